import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { TABLE } from "../resources.ts";

/** Makes the one table with its three indexes and its stream, as the storage stack does in the cloud; leaves one that is there. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  const names = new Set([TABLE.pk, TABLE.sk, ...TABLE.indexes.flatMap((index) => [index.pk, index.sk])]);
  try {
    await client.send(new CreateTableCommand({
      TableName: name, BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...names].map((each) => ({ AttributeName: each, AttributeType: "S" })),
      KeySchema: [{ AttributeName: TABLE.pk, KeyType: "HASH" }, { AttributeName: TABLE.sk, KeyType: "RANGE" }],
      GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
        IndexName: index.name, Projection: { ProjectionType: index.projection },
        KeySchema: [{ AttributeName: index.pk, KeyType: "HASH" }, { AttributeName: index.sk, KeyType: "RANGE" }],
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: TABLE.stream },
    }));
  } catch (error) {
    if ((error as Error).name !== "ResourceInUseException") throw error;
  }
};
