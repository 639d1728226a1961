import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

let store: DynamoDBDocumentClient | undefined;

/** The one document client of this process: keep-alive, three tries, undefined dropped. */
export const dynamo = (): DynamoDBDocumentClient => {
  store ??= DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return store;
};

/** Puts another client in its place: the embedded stack, a test, a bench. */
export const useDynamo = (client: DynamoDBDocumentClient): void => { store = client; };
