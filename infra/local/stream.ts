import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand, type _Record } from "@aws-sdk/client-dynamodb-streams";
import { unlogged } from "../../functions/core/clients.ts";
import { LOCAL, UNSIGNED } from "./unsigned.ts";

/** Reads a table's stream from its horizon on, shard by shard. */
export interface StreamReader { read(): Promise<_Record[]> }

/** @param from "horizon" replays everything kept; "now" only what comes */
export const openStream = async (endpoint: string, table: string, from: "horizon" | "now"): Promise<StreamReader> => {
  const client = unlogged(new DynamoDBStreamsClient({ ...LOCAL, ...UNSIGNED, endpoint }));
  const arn = (await client.send(new ListStreamsCommand({ TableName: table }))).Streams?.[0]?.StreamArn;
  if (!arn) throw new Error(`${table} has no stream`);
  const iterators = new Map<string, string | undefined>();
  const findShards = async (): Promise<void> => {
    const out = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    for (const shard of out.StreamDescription?.Shards ?? []) {
      if (iterators.has(shard.ShardId!)) continue;
      const first = await client.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard.ShardId, ShardIteratorType: from === "horizon" ? "TRIM_HORIZON" : "LATEST" }));
      iterators.set(shard.ShardId!, first.ShardIterator);
    }
  };
  await findShards();
  let rounds = 0;
  return {
    read: async () => {
      if (++rounds % 50 === 0) await findShards();
      const records: _Record[] = [];
      for (const [shard, iterator] of iterators) {
        if (!iterator) continue;
        const out = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 500 }));
        iterators.set(shard, out.NextShardIterator);
        records.push(...(out.Records ?? []));
      }
      return records;
    },
  };
};
