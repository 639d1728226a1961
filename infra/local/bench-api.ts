/**
 * `npm run bench:api -- --json`: what the core costs. Each whole handler (event in, response out) against the bare SDK calls it needs, on the
 * same engine, in the same run, taken in turn. `ratio` counts the access BatchGet as needed, `rawRatio` does not; `freshRatio` is a fresh
 * process of the biggest feature's bundle to its first answer over a bare document client's.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { handler as guestbook } from "../../functions/circle/guestbook/handlers.ts";
import { Member, Person, Region, Village } from "../../functions/core/access-rows.ts";
import { useDynamo } from "../../functions/core/clients.ts";
import { itemOf } from "../../functions/core/keys.ts";
import { useLog } from "../../functions/core/log.ts";
import type { Kind } from "../../functions/core/rows.ts";
import { signSession } from "../../functions/core/token.ts";
import { functions } from "../resources.ts";
import { contracts } from "../../shared/registry.ts";
import { bundle } from "../build/bundle.ts";
import { facts } from "../regions/sample.ts";
import { freshTimes } from "./bench-fresh.ts";
import { startEngine } from "./engine.ts";
import { apiEvent } from "./http-event.ts";
import { startQueues } from "./queues.ts";
import { openLocalStack } from "./stack.ts";
import { LOCAL } from "./unsigned.ts";

const ROUNDS = Number(process.argv.find((each) => each.startsWith("--rounds="))?.slice(9) ?? 400);
/** Single rounds lie between 1.1 and 1.35 of each other: fifteen told 1.17 one time and 1.34 the next, forty-one 1.21 to 1.24. */
const FRESH = 41;
const VILLAGE = "431228103205";
type Command = { readonly constructor: { readonly name: string }; readonly input: Record<string, unknown> };
interface Answered { readonly statusCode: number; readonly body: string }
type Send = (command: Command) => Promise<unknown>;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const folder = mkdtempSync(join(tmpdir(), "wecountry-bench-"));
const secrets = join(folder, "secrets.json");
writeFileSync(secrets, JSON.stringify({ cursor: randomUUID(), phone: randomUUID() }));
const engine = await startEngine();
const queues = await startQueues();
useLog(() => {});
const stack = await openLocalStack({ endpoint: engine.endpoint, queues, table: "bench", features: [guestbook], facts, secrets, origin: "http://127.0.0.1:8080" });
const store = <T>(kind: Kind<T>, value: T, pk: string) => stack.dynamo.send(new PutCommand({ TableName: "bench", Item: itemOf(kind as Kind<unknown>, value, pk, 1) }));
const at = new Date().toISOString();
const person = "01J00000000000000000000000";
await store(Region, { name: facts.name, operators: [], counties: [], drilledAt: null }, "R#");
await store(Village, { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, residents: 400, households: 100, offices: {}, ended: {}, settings: {}, off: [], doors: [], openedAt: at }, `V#${VILLAGE}`);
await store(Person, { id: person, language: "zh", village: VILLAGE, devices: { "bench-device-0001": { since: at, family: "f", label: "" } } }, "R#");
await store<Member>(Member, { person, name: "李秀英", state: "verified", paper: false, household: null, group: "1", bornIn: 1970, sleepsHere: true, head: false, vulnerable: [], since: at }, `V#${VILLAGE}`);
const session = await signSession({ person, device: "bench-device-0001", village: VILLAGE });

let recorded: Command[] | null = null;
const real = stack.dynamo;
/** The SDK as it comes: what our own client leaves out (functions/core/clients.ts) is the handler's to win. */
const asItComes = DynamoDBDocumentClient.from(new DynamoDBClient({ ...LOCAL, endpoint: engine.endpoint, maxAttempts: 4 }), { marshallOptions: { removeUndefinedValues: true } });
useDynamo(new Proxy(real, { get: (target, name) => (name === "send" ? (command: Command) => { recorded?.push(command); return (target.send as unknown as Send)(command); } : Reflect.get(target, name)) }));

let n = 0;
type Event = ReturnType<typeof apiEvent>;
const event = (method: string, path: string, body?: unknown, signedIn = false): Event => apiEvent({
  method, path, ip: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n++ & 255}`, cookies: signedIn ? [`session=${session}`] : [`device=${randomUUID()}`],
  headers: { "accept-language": "zh", ...(method === "GET" ? {} : { "idempotency-key": randomUUID(), origin: "http://127.0.0.1:8080" }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});
const ask = (asked: Event): Promise<Answered> => guestbook(asked) as Promise<Answered>;
const must = async (asked: Promise<Answered>): Promise<Record<string, unknown>> => {
  const answer = await asked;
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
  return JSON.parse(answer.body) as Record<string, unknown>;
};
const greeting = () => event("POST", `/v1/circle/guestbook/villages/${VILLAGE}/`, { name: "小陈", hometown: "上海", words: "脐橙还有吗？" });
let first = "";
for (let i = 0; i < 25; i++) first = String((await must(ask(greeting())))["id"]);

/** The same command as the handler sent, on rows of its own where it writes. */
const again = (command: Command): Command => {
  if (!["TransactWriteCommand"].includes(command.constructor.name)) return Object.assign(Object.create(Object.getPrototypeOf(command) as object) as Command, new (command.constructor as unknown as new (input: unknown) => Command)(command.input));
  const input = structuredClone(command.input) as { TransactItems: Record<string, { Item?: Record<string, string>; Key?: Record<string, string>; ConditionExpression?: string; ExpressionAttributeValues?: Record<string, unknown> }>[]; ClientRequestToken?: string };
  const mark = randomUUID();
  delete input.ClientRequestToken;
  for (const item of input.TransactItems) for (const part of Object.values(item)) {
    const key = part.Item ?? part.Key;
    const own = part.ExpressionAttributeValues && ":seen" in part.ExpressionAttributeValues;
    if (key && !own) key["sk"] = `${key["sk"]}${mark}`;
    if (own) { delete part.ConditionExpression; delete part.ExpressionAttributeValues; }
  }
  return new (command.constructor as unknown as new (input: unknown) => Command)(input);
};

interface Figure { readonly handlerMs: number; readonly bareMs: number; readonly ratio: number; readonly rawRatio: number; readonly calls: readonly string[] }
/** Handler and bare calls in turn, and the one that goes first in turn too: whoever follows finds the row and the connection warm. */
const measure = async (next: () => Event, needed: readonly string[]): Promise<Figure> => {
  const [whole, bare, raw]: [number[], number[], number[]] = [[], [], []];
  let last: Command[] | null = null;
  let others = 0;
  const handled = async (): Promise<{ took: number; commands: Command[] }> => {
    const asked = next();
    const commands: Command[] = recorded = [];
    const started = performance.now();
    const answer = await ask(asked);
    const took = performance.now() - started;
    recorded = null;
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    return { took, commands };
  };
  const alone = async (commands: readonly Command[]): Promise<{ took: number; access: number }> => {
    const twins = commands.map(again);
    let access = 0;
    const started = performance.now();
    for (const [i, twin] of twins.entries()) {
      const one = performance.now();
      await (asItComes.send as unknown as Send)(twin);
      // Rights are asked first; a later BatchGet is the feature's own: which words are hidden.
      if (i === 0 && twin.constructor.name === "BatchGetCommand") access += performance.now() - one;
    }
    return { took: performance.now() - started, access };
  };
  for (let i = 0; i < ROUNDS + 60; i++) {
    const before: { took: number; access: number } | null = last && i % 2 ? await alone(last) : null;
    const { took, commands } = await handled();
    const calls = commands.map((command) => command.constructor.name.replace("Command", ""));
    // Kept for a while and then read again: the village's row (5 s, for strangers), the public keys (5 min). Those rounds do not count, and are few.
    if (JSON.stringify(calls) !== JSON.stringify(needed)) {
      if (i >= 60 && ++others > ROUNDS / 5) throw new Error(`needs ${needed.join(", ")} and made ${calls.join(", ")}`);
      continue;
    }
    const own = before ?? await alone(commands);
    last = commands;
    if (i < 60) continue;
    whole.push(took); bare.push(own.took); raw.push(own.took - own.access);
  }
  return { handlerMs: round(median(whole)), bareMs: round(median(bare)), ratio: round(median(whole) / median(bare)), rawRatio: round(median(whole) / median(raw)), calls: needed };
};

const list = await measure(() => event("GET", `/open/circle/guestbook/villages/${VILLAGE}/`), ["Query", "BatchGet"]);
const item = await measure(() => event("GET", `/open/circle/guestbook/villages/${VILLAGE}/${first}`), ["Get", "BatchGet"]);
const write = await measure(greeting, ["BatchGet", "TransactWrite"]);
const signedInList = await measure(() => event("GET", `/v1/circle/guestbook/villages/${VILLAGE}/`, undefined, true), ["BatchGet", "Query", "BatchGet"]);

const code = await bundle(contracts, "feature", join(folder, "functions"));
/** A public read of a village without a hole in its path: what a fresh process can be asked. The biggest is the one that loads most before it answers. */
const publicRead = (feature: string): string | undefined => Object.values(contracts[feature]!.routes).find((route) => route.method === "GET" && (route.at ?? "village") === "village" && [route.who].flat().includes("anyone") && !route.path.includes("{"))?.path;
const biggest = functions(contracts).map(({ name, feature }) => ({ name, feature, path: publicRead(feature), bytes: statSync(join(code(name), "handler.mjs")).size })).filter((each) => each.path !== undefined).sort((a, b) => b.bytes - a.bytes)[0]!;
const fresh = await freshTimes({ endpoint: engine.endpoint, table: "bench", folder, secrets, facts, handler: join(code(biggest.name), "handler.mjs"), feature: biggest.feature, path: biggest.path!, village: VILLAGE, rounds: FRESH });

const result = {
  rounds: ROUNDS, list, item, write, signedInList,
  ratio: Math.max(list.ratio, item.ratio, write.ratio), rawRatio: Math.max(list.rawRatio, item.rawRatio, write.rawRatio),
  freshRatio: round(median(fresh.handler) / median(fresh.bare)), fresh: { feature: biggest.feature, bundleBytes: biggest.bytes, handlerMs: Math.round(median(fresh.handler)), bareMs: Math.round(median(fresh.bare)), rounds: FRESH },
};
await stack.stop(); await queues.stop(); await engine.stop();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(process.argv.includes("--json") ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
