import { createServer } from "node:http";
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Household } from "../../functions/affairs/households/rows.ts";
import { Contact } from "../../functions/alerts/contacts/rows.ts";
import { Warning } from "../../functions/alerts/warnings/rows.ts";
import { County, Member, Village } from "../../functions/core/access-rows.ts";
import { systemClock } from "../../functions/core/clock.ts";
import { commit } from "../../functions/core/commit.ts";
import { environment } from "../../functions/core/environment.ts";
import { itemOf } from "../../functions/core/keys.ts";
import type { Kind } from "../../functions/core/rows.ts";

export const COUNTY = "431228";
/** A household of four; one in five has somebody who must be found first. */
const PER_HOUSEHOLD = 4;
const WEAK_EVERY = 5;

const item = <T>(kind: Kind<T>, value: T, pk: string): Record<string, unknown> => itemOf(kind as Kind<unknown>, value, pk, 1);

const writeAll = async (dynamo: DynamoDBDocumentClient, items: readonly Record<string, unknown>[]): Promise<void> => {
  for (let i = 0; i < items.length; i += 25) {
    await dynamo.send(new BatchWriteCommand({ RequestItems: { [environment().table]: items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } })) } }));
  }
};

const peopleOf = (id: string, n: number) =>
  Array.from({ length: PER_HOUSEHOLD }, (_, i) => ({ person: i === 0 ? id : systemClock.id(), name: "王小明", bornIn: 1960 + i * 10, sleepsHere: true, head: i === 0, vulnerable: n % WEAK_EVERY === 0 && i === 0 ? ["alone"] : [] }));

/** Lays a village with so many households, a phone in each and a secretary in the first. @returns the village's code */
export const layVillage = async (dynamo: DynamoDBDocumentClient, id: string, households: number): Promise<void> => {
  const pk = `V#${id}`;
  const chief = systemClock.id();
  const rows = Array.from({ length: households }, (_, n) => {
    const house = systemClock.id();
    const people = peopleOf(n === 0 ? chief : systemClock.id(), n);
    return [
      item(Household, Household.schema.parse({ id: house, no: String(n + 1), group: String(1 + (n % 6)), order: n, people, hazards: [], emptyChecked: null }), pk),
      item(Contact, Contact.schema.parse({ household: house, entries: [{ person: people[0]!.person, phone: `+86138${id.slice(-3)}${String(n).padStart(5, "0")}`, order: 0 }] }), pk),
      ...(n === 0 ? [item(Member, { person: chief, name: "王书记", state: "verified", paper: false, household: house, group: "1", bornIn: 1970, sleepsHere: true, head: true, vulnerable: [], since: new Date().toISOString() }, pk)] : []),
    ];
  }).flat();
  const village = { id, names: { zh: "白水村", en: "Baishui" }, residents: households * PER_HOUSEHOLD, households, offices: { secretary: [chief] }, ended: {}, settings: {}, off: [], doors: [], openedAt: new Date().toISOString() };
  await writeAll(dynamo, [item(Village, village, pk), ...rows]);
};

export const layCounty = (dynamo: DynamoDBDocumentClient): Promise<void> =>
  writeAll(dynamo, [item(County, { id: COUNTY, names: { zh: "清河县", en: "Qinghe County" }, offices: {}, ended: {}, townships: {} }, `A#${COUNTY}`)]);

const same = (text: string) => ({ headline: text, what: text, sms: text, speaker: text, group: text });
/** Lays a red warning for these villages, issued now. @returns its id */
export const layWarning = async (dynamo: DynamoDBDocumentClient, villages: readonly string[]): Promise<string> => {
  const id = systemClock.id();
  const now = new Date().toISOString();
  await writeAll(dynamo, [item(Warning, Warning.schema.parse({
    id, state: "issued", history: [{ to: "issued", at: now, by: id, channel: "web" }], kind: "relay", status: "Actual", hazard: "flash-flood", colour: "red", ask: "leave", parts: villages.map((village) => ({ village })),
    place: null, who: null, onset: null, expires: new Date(Date.now() + 6 * 3_600_000).toISOString(), source: null, note: null, texts: { zh: same("红色山洪：{village}全体马上去村小学。县气象台21:05发布。"), en: same("Red flash flood: {village}, go to the school now.") },
    templateVersion: 1, replaces: null, replacedBy: null, drafter: id, waitsUntil: null, issuedAt: now, single: false, paused: false, concerns: [], reason: null, problems: [], clearWords: null, openReasons: [],
  }), `A#${COUNTY}`)]);
  return id;
};

/** Puts the approval on record: from here on the clock runs. */
export const approve = async (warning: string, villages: readonly string[]): Promise<void> => {
  const now = new Date();
  await commit({ place: { at: "area", id: COUNTY }, writes: [], event: { id: systemClock.id(now), name: "alerts/warnings/issued", at: now.toISOString(), by: warning, channel: "web", data: { warning, replaces: null, single: false }, villages } }, now.getTime());
};

export interface Carrier {
  readonly address: string;
  /** How often each household's message came, by the context it was sent with. */
  readonly came: Map<string, number>;
  first: number; last: number; all: number;
  /** Told of each message before it is answered. */
  onMessage: ((all: number) => void) | null;
  stop(): Promise<void>;
}

/** A carrier on the loopback that takes every message at once. */
export const openCarrier = async (): Promise<Carrier> => {
  const came = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const { context } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { context: string };
      carrier.last = performance.now();
      if (carrier.all === 0) carrier.first = carrier.last;
      carrier.all += 1;
      came.set(context, (came.get(context) ?? 0) + 1);
      carrier.onMessage?.(carrier.all);
      response.writeHead(200, { "content-type": "application/json" }).end(`{"id":"c${carrier.all}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const carrier: Carrier = {
    address: `http://127.0.0.1:${(server.address() as { port: number }).port}`, came, first: 0, last: 0, all: 0, onMessage: null,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
  return carrier;
};
