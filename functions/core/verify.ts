import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { REROUTE_AFTER } from "./commit.ts";
import { environment } from "./environment.ts";
import { eventHash, sealHash, type Seal } from "./seal.ts";

export interface Fault { readonly pk: string; readonly row: string; readonly what: "event changed" | "event missing" | "event not in the chain" | "link changed" | "link missing" | "not sealed in time" }
export interface Verdict { readonly partition: string; readonly events: number; readonly links: number; readonly faults: readonly Fault[] }

const all = async (pk: string, prefix: string): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const out = await dynamo().send(new QueryCommand({ TableName: environment().table, ConsistentRead: true, KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)", ExpressionAttributeValues: { ":pk": pk, ":sk": prefix }, ExclusiveStartKey: start }));
    items.push(...(out.Items ?? []));
    start = out.LastEvaluatedKey;
  } while (start);
  return items;
};

/** Recomputes one partition's chain from its first link and names every row that was changed, taken out or slipped in. */
export const verifyPartition = async (pk: string, now: Date): Promise<Verdict> => {
  const events = new Map((await all(pk, "EVENT#")).map((item) => [String(item["id"]), item]));
  const links = (await all(pk, "SEAL#")) as unknown as (Seal & { sk: string })[];
  const faults: Fault[] = [];
  const sealed = new Set<string>();
  let prev = "";
  links.forEach((link, i) => {
    if (link.n !== i + 1) faults.push({ pk, row: `SEAL#${i + 1}`, what: "link missing" });
    if (link.prev !== prev || sealHash(link.prev, link.events) !== link.hash) faults.push({ pk, row: link.sk, what: "link changed" });
    prev = link.hash;
    for (const each of link.events) {
      sealed.add(each.id);
      const item = events.get(each.id);
      if (!item) faults.push({ pk, row: `EVENT#${each.id}`, what: "event missing" });
      else if (eventHash(item) !== each.hash) faults.push({ pk, row: `EVENT#${each.id}`, what: "event changed" });
    }
  });
  for (const [id, item] of events) {
    if (sealed.has(id)) continue;
    if (item["seal"] !== undefined) faults.push({ pk, row: `EVENT#${id}`, what: "event not in the chain" });
    else if (now.getTime() - Date.parse(String(item["at"])) > 2 * REROUTE_AFTER) faults.push({ pk, row: `EVENT#${id}`, what: "not sealed in time" });
  }
  return { partition: pk, events: events.size, links: links.length, faults };
};
