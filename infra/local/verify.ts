import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { ROOT } from "../build/features.ts";
import { facts } from "../regions/sample.ts";
import { loadRegion } from "../regions/load.ts";
import { TABLE } from "../resources.ts";
import { dynamo, useDynamo } from "../../functions/core/clients.ts";
import { environment, forgetEnvironment } from "../../functions/core/environment.ts";
import { VerdictIn } from "../../functions/core/event-rows.ts";
import { itemOf, placeOf } from "../../functions/core/keys.ts";
import type { Kind } from "../../functions/core/rows.ts";
import { verifyPartition, type Verdict } from "../../functions/core/verify.ts";
import { startEngine } from "./engine.ts";
import { holderOf, openState, Sentence } from "./state.ts";
import { LOCAL } from "./unsigned.ts";

/** Every place that has a chain: the region, its counties, its villages. */
const partitions = async (): Promise<string[]> => {
  const TableName = environment().table;
  const region = (await dynamo().send(new GetCommand({ TableName, Key: { pk: "R#", sk: "REGION#" }, ConsistentRead: true }))).Item;
  const villages: string[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const out = await dynamo().send(new QueryCommand({ TableName, KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)", ExpressionAttributeValues: { ":pk": "R#", ":sk": "OPENED#" }, ExclusiveStartKey: start }));
    villages.push(...(out.Items ?? []).map((item) => `V#${String(item["village"])}`));
    start = out.LastEvaluatedKey;
  } while (start);
  return ["R#", ...((region?.["counties"] ?? []) as string[]).map((county) => `A#${county}`), ...villages];
};

/** Judges every chain and leaves what was found where the event log reads it. */
export const verifyAll = async (now: Date): Promise<Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const pk of await partitions()) {
    const verdict = await verifyPartition(pk, now);
    const found = { at: now.toISOString(), events: verdict.events, links: verdict.links, faults: verdict.faults.slice(0, 50).map(({ row, what }) => ({ row, what })) };
    await dynamo().send(new PutCommand({ TableName: environment().table, Item: itemOf(VerdictIn[placeOf(pk).at] as Kind<unknown>, found, pk, 1) }));
    verdicts.push(verdict);
  }
  return verdicts;
};

const inWords = (verdicts: readonly Verdict[]): string => {
  const faults = verdicts.flatMap((each) => each.faults);
  const events = verdicts.reduce((sum, each) => sum + each.events, 0);
  return faults.length === 0
    ? `Nothing was changed: ${events} events in ${verdicts.length} chains are as they were written.`
    : `${faults.map(({ pk, row, what }) => `${pk} ${row}: ${what}`).join("\n")}\n${faults.length} faults in ${events} events of ${verdicts.length} chains.`;
};

const open = (table: string, regionFacts: unknown, endpoint?: string): void => {
  Object.assign(process.env, { WECOUNTRY_TABLE: table, WECOUNTRY_REGION: JSON.stringify(regionFacts) });
  forgetEnvironment();
  useDynamo(DynamoDBDocumentClient.from(new DynamoDBClient(endpoint ? { ...LOCAL, endpoint } : {}), { marshallOptions: { removeUndefinedValues: true } }));
};

const NOTHING = "There are no rows here yet: run npm start first.";
const USAGE = `npm run verify                       the embedded county's rows
npm run verify -- --state folder     another embedded county's
WECOUNTRY_TABLE=name npm run verify -- --region ap-southeast-1   a table in AWS, with your own credentials`;

/** `npm run verify`: 0 when no row was changed, 1 when one was. Prints each by its partition and key. */
export const main = async (args: readonly string[]): Promise<void> => {
  const after = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const ends: (() => void | Promise<void>)[] = [];
  try {
    if (args.includes("--help")) throw new Sentence(USAGE);
    const table = process.env["WECOUNTRY_TABLE"];
    if (table) {
      const name = after("--region");
      if (!name) throw new Sentence(`Say which region's table ${table} is.\n${USAGE}`);
      open(table, (await loadRegion(name)).facts);
    } else {
      const folder = resolve(ROOT, after("--state") ?? ".wecountry");
      const running = holderOf(folder);
      if (running?.endpoint) open(TABLE.name, facts, running.endpoint);
      else if (!existsSync(join(folder, "rows.db"))) throw new Sentence(NOTHING);
      else {
        const state = await openState(folder, 0);
        ends.unshift(state.release);
        const engine = await startEngine(state.rows, (pid) => state.note({ engine: pid }));
        ends.unshift(engine.stop);
        open(TABLE.name, facts, engine.endpoint);
      }
    }
    const verdicts = await verifyAll(new Date()).catch((error: unknown) => {
      if ((error as Error).name === "ResourceNotFoundException") throw new Sentence(NOTHING);
      throw error;
    });
    process.stdout.write(`${inWords(verdicts)}\n`);
    process.exitCode = verdicts.some((each) => each.faults.length > 0) ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Sentence ? error.message : (error as Error).stack ?? String(error)}\n`);
    process.exitCode = 1;
  } finally { for (const end of ends) await end(); }
};
