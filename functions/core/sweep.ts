import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";
import { dueShards } from "./keys.ts";
import { post, queueName, type Posted } from "./queues.ts";
import { routeEvents, type Stored } from "./route-events.ts";
import { routing } from "./routes-of-events.ts";
import { batchGet } from "./row-reads.ts";
import type { EventRow } from "./commit.ts";

interface Entry { readonly pk: string; readonly sk: string; readonly gds: string }

const PAGE = 200;
/** At most this much a minute and shard, so that a backlog cannot hold the sweeper past its time. */
const PAGES = 5;

const dueIn = async (shard: string, until: string): Promise<Entry[]> => {
  const found: Entry[] = [];
  let start: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES; page++) {
    const out = await dynamo().send(new QueryCommand({
      TableName: environment().table, IndexName: "due", KeyConditionExpression: "gd = :d AND gds <= :until",
      ExpressionAttributeValues: { ":d": shard, ":until": `${until}#\uffff` }, Limit: PAGE, ExclusiveStartKey: start,
    }));
    found.push(...((out.Items ?? []) as Entry[]));
    start = out.LastEvaluatedKey;
    if (!start) break;
  }
  return found;
};

/**
 * Once a minute: what is due goes to the queue of the feature that owns the row; events left unsealed are routed again.
 * @returns how many entries were due
 */
export const sweep = async (now: Date): Promise<number> => {
  const entries = (await Promise.all(dueShards.map((shard) => dueIn(shard, now.toISOString())))).flat();
  const events = entries.filter((entry) => entry.sk.startsWith("EVENT#"));
  const clocks = entries.flatMap((entry): Posted[] => {
    const feature = routing().owners[entry.sk.split("#")[0] ?? ""];
    return feature ? [{ queue: queueName(feature), message: { kind: "clock", pk: entry.pk, sk: entry.sk, gds: entry.gds } }] : [];
  });
  await post(clocks);
  for (let i = 0; i < events.length; i += 90) {
    const rows = await batchGet(events.slice(i, i + 90).map(({ pk, sk }) => ({ pk, sk })));
    await routeEvents(rows.filter((row) => row["seal"] === undefined).map(({ pk, sk: _sk, gd: _gd, gds: _gds, v: _v, ...row }): Stored => ({ pk, event: row as unknown as EventRow })));
  }
  return entries.length;
};
