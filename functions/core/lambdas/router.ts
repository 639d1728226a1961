import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import type { EventRow } from "../commit.ts";
import { routeEvents, type Stored } from "../route-events.ts";

/** The one consumer of the table's stream: new events to the queues that want them, then sealed. It runs no listener. */
export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  const stored = event.Records.flatMap((record): Stored[] => {
    const image = record.dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
    // An event that arrives sealed was heard where it happened: a village brought it along.
    if (record.eventName !== "INSERT" || !image?.["sk"]?.S?.startsWith("EVENT#") || image["seal"] !== undefined) return [];
    const { pk, sk: _sk, gd: _gd, gds: _gds, v: _v, ...row } = unmarshall(image);
    return [{ pk: String(pk), event: row as EventRow }];
  });
  if (stored.length > 0) await routeEvents(stored);
};
