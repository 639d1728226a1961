import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutCommand, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { facts as sample } from "../../infra/regions/sample.ts";
import { openLocalStack, type LocalStack } from "../../infra/local/stack.ts";
import { startQueues } from "../../infra/local/queues.ts";
import { UNSIGNED } from "../../infra/local/unsigned.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { County, Member, Person, Region, Village } from "../../functions/core/access-rows.ts";
import { forgetVillages } from "../../functions/core/access.ts";
import { ids, systemClock, useClock, type Clock } from "../../functions/core/clock.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { itemOf } from "../../functions/core/keys.ts";
import { useLog } from "../../functions/core/log.ts";
import { matchRoute, routesOf } from "../../functions/core/match.ts";
import type { Kind } from "../../functions/core/rows.ts";
import { signSession } from "../../functions/core/token.ts";
import { ownEngine } from "./ask-engines.ts";
import type { Json } from "./json.ts";
import { startPhones, type TestPhones } from "./phones.ts";

export interface CallOptions {
  readonly village?: string;
  readonly area?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The Idempotency-Key; a new one each call unless given. */
  readonly key?: string;
  readonly ifMatch?: number;
  readonly language?: "zh" | "en";
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** The address the request seems to come from. */
  readonly ip?: string;
  readonly open?: boolean;
}
export interface Answered { readonly status: number; readonly body: Json; readonly text: string; readonly headers: Readonly<Record<string, string>>; readonly cookies: readonly string[] }
export interface As { call(feature: string, route: string, options?: CallOptions): Promise<Answered> }

export interface TestStack extends LocalStack {
  readonly phones: TestPhones;
  readonly logs: string[];
  readonly county: string;
  /** A village of the county, with that many residents; offices are added with `person`. */
  village(code?: string, extra?: Partial<Village>): Promise<string>;
  /** A signed-in person: verified member of the village unless `member: false`; `offices` like "office:secretary", "county:duty-officer", "operator". */
  person(options?: { village?: string | null; name?: string; member?: boolean | Partial<Member>; offices?: readonly string[] }): Promise<{ id: string; as: As }>;
  as(person: string, village?: string | null, device?: string): As;
  readonly visitor: As;
  /** A visitor with a device of their own. */
  guest(device?: string, ip?: string): As;
  /** Sets the clock; null: the real one. */
  at(time: Date | string | null): void;
  now(): Date;
  /** Moves a fixed clock on and runs the sweeper, then settles. */
  later(ms: number): Promise<void>;
  rows(pk: string, prefix?: string): Promise<Record<string, unknown>[]>;
  everything(): Promise<Record<string, unknown>[]>;
  store<T>(kind: Kind<T>, value: T, at: { village?: string; area?: string }): Promise<void>;
}

let counter = 0;

/** The real handlers on an embedded engine of their own, two villages away from nothing. */
export const openStack = async (features: readonly FeatureHandler[], options: { facts?: Partial<RegionFacts> } = {}): Promise<TestStack> => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-test-"));
  const secrets = join(folder, "secrets.json");
  writeFileSync(secrets, JSON.stringify({ cursor: randomUUID(), phone: randomUUID(), setup: "setup-code-of-the-test", push: randomUUID() }));
  const facts: RegionFacts = { ...sample, ...options.facts };
  const [engine, queues, phones] = await Promise.all([ownEngine(), startQueues(UNSIGNED), startPhones()]);
  const unique = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const logs: string[] = [];
  useLog((line) => logs.push(line));
  let fixed: Date | null = null;
  // Ids of its own: another file's stack, years ahead, would pull this one's ids along.
  const idAt = ids();
  const clock: Clock = { now: () => fixed ?? new Date(), id: (at) => idAt(at ?? fixed ?? new Date()) };
  useClock(clock);
  const stack = await openLocalStack({ endpoint: engine.endpoint, signing: UNSIGNED, queues, table: `t-${unique}`, prefix: `${unique}-`, features, facts, secrets, origin: "http://127.0.0.1:8080", phones: phones.address });
  const table = `t-${unique}`;
  const county = "431228";

  const store = async <T>(kind: Kind<T>, value: T, pk: string): Promise<void> => {
    await stack.dynamo.send(new PutCommand({ TableName: table, Item: itemOf(kind as Kind<unknown>, value, pk, 1) }));
    forgetVillages();
  };
  const found = async (pk: string, sk: string): Promise<Record<string, Json>> =>
    (await stack.dynamo.send(new QueryCommand({ TableName: table, ConsistentRead: true, KeyConditionExpression: "pk = :p AND sk = :s", ExpressionAttributeValues: { ":p": pk, ":s": sk } }))).Items?.[0] ?? {};

  const call = async (person: { token: string | null; device: string | null; ip: string }, name: string, routeName: string, given: CallOptions = {}): Promise<Answered> => {
    const feature = stack.features.get(name);
    if (!feature) throw new Error(`${name} is not in this stack`);
    const route = routesOf(feature.code.contract).find((each) => each.name === routeName)?.route;
    if (!route) throw new Error(`${name} has no route ${routeName}`);
    const path = route.path.replace(/\{(\w+)\}/g, (_, hole: string) => encodeURIComponent(given.params?.[hole] ?? ""));
    const place = (route.at ?? "village") === "village" ? `villages/${given.village ?? ""}` : route.at === "area" ? `areas/${given.area ?? county}` : "region";
    const cookies = [...(person.token ? [`session=${person.token}`] : []), ...(person.device ? [`device=${person.device}`] : []), ...(given.cookies ?? [])];
    const result = (await feature({
      version: "2.0", rawPath: `/${given.open ? "open" : "v1"}/${name}/${place}${path}`, queryStringParameters: given.query,
      headers: { "accept-language": given.language ?? "en", ...(route.method === "GET" ? {} : { "idempotency-key": given.key ?? randomUUID(), origin: "http://127.0.0.1:8080" }), ...(given.ifMatch === undefined ? {} : { "if-match": String(given.ifMatch) }), ...given.headers },
      cookies, isBase64Encoded: false, requestContext: { http: { method: route.method, sourceIp: given.ip ?? person.ip, path: "" } },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })) as APIGatewayProxyStructuredResultV2;
    const text = result.body ?? "";
    return { status: result.statusCode ?? 0, text, body: String(result.headers?.["content-type"] ?? "").includes("json") ? JSON.parse(text) : text, headers: (result.headers ?? {}) as Record<string, string>, cookies: result.cookies ?? [] };
  };
  const asPerson = (id: string, village: string | null = null, device = "device-of-the-test"): As => {
    let token: { text: Promise<string>; at: number } | undefined;
    return {
      call: async (name, route, given) => {
        // A token lives ten minutes, by whatever clock the test has set.
        if (!token || Math.abs(clock.now().getTime() - token.at) > 300_000) token = { text: signSession({ person: id, device, village }), at: clock.now().getTime() };
        return call({ token: await token.text, device, ip: "10.0.0.1" }, name, route, given);
      },
    };
  };
  const guest = (device: string = randomUUID(), ip = "10.9.9.9"): As => ({ call: (name, route, given) => call({ token: null, device, ip }, name, route, given) });

  await store(Region, { name: facts.name, operators: [], counties: [county], drilledAt: null }, "R#");
  await store(County, { id: county, names: { zh: "清河县", en: "Qinghe County" }, offices: {}, ended: {}, townships: { "431228103": { names: { zh: "河口乡", en: "Hekou" }, offices: {} } } }, `A#${county}`);

  return {
    ...stack, phones, logs, county, visitor: guest("visitor-device-1234"), guest, as: asPerson,
    now: () => clock.now(),
    at: (time) => { fixed = time === null ? null : new Date(time); },
    later: async (ms) => {
      fixed = new Date(clock.now().getTime() + ms);
      await stack.sweep(fixed);
      await stack.settle();
    },
    village: async (code, extra = {}) => {
      const id = code ?? `431228103${String(200 + (++counter % 700)).padStart(3, "0")}`;
      await store(Village, { id, names: { zh: `青山村${counter}`, en: `Qingshan ${counter}` }, residents: 400, households: 100, offices: {}, ended: {}, settings: {}, off: [], doors: [], openedAt: clock.now().toISOString(), ...extra }, `V#${id}`);
      return id;
    },
    person: async (given = {}) => {
      const id = clock.id();
      const village = given.village ?? null;
      await store(Person, { id, language: "zh", village, devices: { "device-of-the-test": { since: clock.now().toISOString(), family: "test", label: "" } } }, "R#");
      if (village && given.member !== false) {
        await store<Member>(Member, { person: id, name: given.name ?? "李大山", state: "verified", paper: false, household: null, group: "1", bornIn: 1970, sleepsHere: true, head: false, vulnerable: [], since: clock.now().toISOString(), ...(typeof given.member === "object" ? given.member : {}) }, `V#${village}`);
      }
      for (const office of given.offices ?? []) {
        const [kind = "", name = ""] = office.split(":");
        if (office === "operator") { const row = await found("R#", "REGION#"); await store(Region, { ...row, operators: [...row["operators"], id] } as Region, "R#"); }
        const give = (offices: Record<string, string[]>) => ({ ...offices, [name]: [...(offices[name] ?? []), id] });
        if (kind === "office") { const row = await found(`V#${village}`, "VILLAGE#"); await store(Village, { ...row, offices: give(row["offices"]) } as Village, `V#${village}`); }
        if (kind === "county") { const row = await found(`A#${county}`, "COUNTY#"); await store(County, { ...row, offices: give(row["offices"]) } as County, `A#${county}`); }
      }
      return { id, as: asPerson(id, village) };
    },
    store: (kind, value, at) => store(kind, value, at.village ? `V#${at.village}` : at.area ? `A#${at.area}` : "R#"),
    rows: async (pk, prefix = "") => (await stack.dynamo.send(new QueryCommand({ TableName: table, ConsistentRead: true, KeyConditionExpression: "pk = :p AND begins_with(sk, :s)", ExpressionAttributeValues: { ":p": pk, ":s": prefix || "!" } }))).Items ?? [],
    everything: async () => (await stack.dynamo.send(new ScanCommand({ TableName: table }))).Items ?? [],
    stop: async () => {
      await stack.stop();
      await Promise.all([engine.stop(), queues.stop(), phones.stop()]);
      useClock(systemClock);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export { matchRoute };
