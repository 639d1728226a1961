import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Takes out the SDK's own log of every call: it copies each request and answer to leave out what is sensitive, for a logger that drops them all. */
export const unlogged = <C extends { readonly middlewareStack: { remove(name: string): boolean } }>(client: C): C => {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
};

let store: DynamoDBDocumentClient | undefined;

/** The one document client of this process: keep-alive, three tries, undefined dropped. */
export const dynamo = (): DynamoDBDocumentClient => {
  store ??= DynamoDBDocumentClient.from(unlogged(new DynamoDBClient({ maxAttempts: 4 })), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return store;
};

/** Puts another client in its place: the embedded stack, a test, a bench. */
export const useDynamo = (client: DynamoDBDocumentClient): void => { store = client; };
