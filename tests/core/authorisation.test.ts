import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { type Asking, verdictFor } from "../../infra/build/authorisation-table.ts";
import { featureNames, has, ROOT } from "../../infra/build/features.ts";
import { whoList } from "../../shared/contract/who.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { routesOf, type Matched } from "../../functions/core/match.ts";
import { markOfKey } from "../../functions/core/api-key.ts";
import { ApiKey, Proxy, Village } from "../../functions/core/access-rows.ts";
import { NEVER_ROUTES, NEVER_SCOPES } from "../../shared/services/proxies/scopes.ts";
import { openStack, type As, type TestStack } from "./stack.ts";

/** Every route of every feature, asked by everyone who should not: the answer is what its contract says. */
const names = featureNames().filter((name) => has("functions", name, "handlers.ts"));
const features = await Promise.all(names.map(async (name) => ((await import(join(ROOT, "functions", name, "handlers.ts"))) as { handler: FeatureHandler }).handler));
const every = features.flatMap((feature) => routesOf(feature.code.contract).map((each): [string, FeatureHandler, Matched] => [`${feature.code.name} ${each.name}`, feature, each]));
const closed = every.filter(([, , { route }]) => { const who = whoList(route.who); return !who.includes("anyone") && !who.includes("visitor") && !who.includes("clock") && !who.includes("carrier"); });
const ID = "01J00000000000000000000000";

let stack: TestStack;
let a: string;
let b: string;
let ofB: As;
let villager: As;
let ended: As;
/** A villager with a house; a daughter of no village who may act for her in every feature; one whose consent has ended; one who may do nothing. */
let elder: { id: string; as: As };
/** Another system with a key of the village, for every feature; and with keys that do not hold. */
const machine: Record<"active" | "ended" | "over" | "scopeless" | "ofB" | "wrong" | "none", As> = {} as never;
const far: Record<"active" | "ended" | "over" | "scopeless", As> = {} as never;
beforeAll(async () => {
  stack = await openStack(features);
  [a, b] = [await stack.village(), await stack.village()];
  ofB = (await stack.person({ village: b })).as;
  villager = (await stack.person({ village: a })).as;
  const old = await stack.person({ village: a, member: { household: ID } });
  ended = old.as;
  const offices = [...new Set(every.flatMap(([, , { route }]) => whoList(route.who).filter((who) => who.startsWith("office:")).map((who) => who.slice(7))))];
  elder = await stack.person({ village: a, member: { household: ID } });
  const everything = features.map((feature) => feature.code.name);
  const now = stack.now().getTime();
  for (const [kind, over] of Object.entries({ active: {}, ended: { ended: true }, over: { until: new Date(now - 1_000).toISOString() }, scopeless: { scopes: ["services/nothing"] } })) {
    const relative = await stack.person({ village: null, member: false });
    await stack.store<Proxy>(Proxy, { elder: elder.id, proxy: relative.id, consent: ID, scopes: everything, says: "女儿 李娟", since: new Date(now).toISOString(), until: new Date(now + 3_600_000).toISOString(), ended: false, ...over }, { village: a });
    far[kind as keyof typeof far] = { call: (feature, route, given) => relative.as.call(feature, route, { ...given, headers: { "x-acting-for": elder.id } }) };
  }
  const secret = "k".repeat(43);
  for (const [n, [kind, over]] of Object.entries({ active: {}, ended: { ended: new Date(now).toISOString() }, over: { until: new Date(now - 1_000).toISOString() }, scopeless: { scopes: ["services/nothing"] }, ofB: {}, wrong: {}, none: {} }).entries()) {
    const id = `01J0000000000000000000000${n}`;
    if (kind !== "none") await stack.store<ApiKey>(ApiKey, { id, mark: markOfKey(secret), name: "县里的系统", office: "office:secretary", scopes: everything, perDay: 20_000, by: elder.id, at: new Date(now).toISOString(), until: new Date(now + 3_600_000).toISOString(), ended: null, ...over }, { village: kind === "ofB" ? b : a });
    const shows = `Key ${id}.${kind === "wrong" ? "w".repeat(43) : secret}`;
    machine[kind as keyof typeof machine] = { call: (feature, route, given) => stack.guest("device-of-machine").call(feature, route, { ...given, headers: { authorization: shows } }) };
  }
  const [row] = await stack.rows(`V#${a}`, "VILLAGE#");
  await stack.store(Village, { ...row, ended: Object.fromEntries(offices.map((office) => [office, [old.id]])) } as Village, { village: a });
});
afterAll(() => stack.stop());

const ask = (as: As, feature: FeatureHandler, { name, route }: Matched, village: string) =>
  as.call(feature.code.name, name, { village, params: Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map((hole) => [hole[1]!, ID])), ...(route.method === "GET" ? {} : { body: {} }) });
const atVillage = ({ route }: Matched): boolean => (route.at ?? "village") === "village";

describe("every route, asked by", () => {
  it.each<[Asking, string, () => As, number]>([
    ["nobody", "nobody", () => stack.guest(), 40], ["stranger", "a villager of another village", () => ofB, 40], ["villager", "a villager without the office", () => elder.as, 40],
    ["ended", "someone whose office has ended", () => ended, 20], ["proxy", "a daughter for her mother", () => far.active, 40], ["key", "another system with a key", () => machine.active, 40],
  ])("%s (%s): as docs/authorisation.md says", async (caller, _who, as, least) => {
    const wrong: string[] = [];
    const [, first, any] = closed.find(([, , each]) => atVillage(each))!;
    const nowhere = (await ask(as(), first, any, "431228999999")).text;
    let refused = 0;
    for (const [title, feature, each] of every) {
      const says = verdictFor(feature.code.contract, each.name, each.route, caller);
      // Who is let in is judged by the feature; the other tests here and the features' own ask what follows.
      if (says === "in") continue;
      refused++;
      const { status, body, text } = await ask(as(), feature, each, a);
      // A stranger's 404 is, letter by letter, the one for a village that does not exist.
      if (`${status} ${body.type}` !== says || (caller === "stranger" && status === 404 && text !== nowhere)) wrong.push(`${title}: ${status} ${text} instead of ${says}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(least);
  });
  it("those it lets in: never turned away for want of a sign-in, an office or a consent", async () => {
    const wrong: string[] = [];
    for (const [caller, as] of [["villager", elder.as], ["ended", ended], ["proxy", far.active]] as const) {
      for (const [title, feature, each] of every.filter(([, feature, each]) => each.route.method === "GET" && verdictFor(feature.code.contract, each.name, each.route, caller) === "in")) {
        const { status, body } = await ask(as, feature, each, a);
        // Of a county or the region a feature itself asks which office somebody holds.
        if (status === 401 || status === 500 || ["office-ended", "not-by-proxy", ...(atVillage(each) ? ["role-missing"] : [])].includes(String(body?.type))) wrong.push(`${title}, ${caller}: ${status} ${body.type}`);
      }
    }
    expect(wrong).toEqual([]);
  });
  it("somebody acting for another where the contract names no proxy: 403 not-by-proxy", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of every.filter(([, feature, { name }]) => !feature.code.contract.byProxy?.includes(name))) {
      const { status, body } = await ask(far.active, feature, each, a);
      if (status !== 403 || body.type !== "not-by-proxy") wrong.push(`${title}: ${status} ${body.type}`);
    }
    expect(wrong).toEqual([]);
  });
  it("somebody acting for another where it does: as the other would be answered; after the end, and without the scope, as a stranger", async () => {
    const wrong: string[] = [];
    const byProxy = every.filter(([, feature, { name }]) => feature.code.contract.byProxy?.includes(name));
    const stranger = await ask(ofB, byProxy[0]![1], byProxy[0]![2], a);
    for (const [title, feature, each] of byProxy) {
      const [self, active] = [await ask(elder.as, feature, each, a), await ask(far.active, feature, each, a)];
      if (self.status !== active.status || self.body.type !== active.body.type) wrong.push(`${title}: ${self.status} ${self.body.type}, for her ${active.status} ${active.body.type}`);
      for (const kind of ["ended", "over", "scopeless"] as const) {
        const answer = await ask(far[kind], feature, each, a);
        if (answer.status !== 404 || answer.text !== stranger.text) wrong.push(`${title}, ${kind}: ${answer.status} ${answer.text}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(byProxy.length).toBeGreaterThan(10);
  });
  it("another system, where the contract names keys: let in; ended, over, of another village, wrong or unknown 401, outside its scope 403; and never where it does not", async () => {
    const wrong: string[] = [];
    const byKey = every.filter(([, feature, { name }]) => feature.code.contract.byKey?.includes(name));
    for (const [title, feature, each] of byKey) {
      const { status, body } = await ask(machine.active, feature, each, a);
      if ([401, 403, 500].includes(status)) wrong.push(`${title}: ${status} ${body.type}`);
      const told: string[] = [];
      for (const kind of ["ofB", "wrong", "none", "ended", "over", "scopeless"] as const) told.push(`${(await ask(machine[kind], feature, each, a)).body.type}`);
      if (told.join() !== "key-unknown,key-unknown,key-unknown,key-ended,key-ended,not-by-key") wrong.push(`${title}: ${told.join()}`);
      if ((await ask(machine.active, feature, each, b)).body.type !== "key-unknown") wrong.push(`${title}: opens the other village`);
    }
    expect(wrong).toEqual([]);
    expect(byKey.length).toBeGreaterThan(5);
  });
  it("keys: only reads of a village, named as they are called", () => {
    expect(every.filter(([, feature, { name, route }]) => feature.code.contract.byKey?.includes(name) && (route.method !== "GET" || (route.at ?? "village") !== "village")).map(([title]) => title)).toEqual([]);
    expect(features.flatMap(({ code }) => (code.contract.byKey ?? []).filter((name) => !routesOf(code.contract).some((each) => each.name === name)))).toEqual([]);
  });
  it("nobody for somebody, and a villager for a neighbour who never asked: 401, and what a stranger gets", async () => {
    const [, feature, each] = every.find(([title]) => title === "affairs/households mine")!;
    const forElder = (as: As): As => ({ call: (name, route, given) => as.call(name, route, { ...given, headers: { "x-acting-for": elder.id } }) });
    expect((await ask(forElder(stack.guest()), feature, each, a)).status).toBe(401);
    expect([(await ask(forElder(villager), feature, each, a)).text, (await ask(forElder(ofB), feature, each, a)).status]).toEqual([(await ask(ofB, feature, each, a)).text, 404]);
  });
  it("proxies: only what a villager may do, in a village, and never a ballot, a mediation or the end of a consent", () => {
    const named = every.filter(([, feature, { name }]) => feature.code.contract.byProxy?.includes(name));
    expect(named.filter(([, , each]) => !atVillage(each) || !whoList(each.route.who).some((who) => ["villager", "household", "visitor", "anyone"].includes(who))).map(([title]) => title)).toEqual([]);
    expect(features.filter(({ code }) => NEVER_SCOPES.includes(code.name) && code.contract.byProxy?.length).map(({ code }) => code.name)).toEqual([]);
    expect(named.map(([title]) => title).filter((title) => NEVER_ROUTES.includes(title))).toEqual([]);
    expect(features.flatMap(({ code }) => (code.contract.byProxy ?? []).filter((name) => !routesOf(code.contract).some((each) => each.name === name)))).toEqual([]);
  });
  it("a stranger where strangers may ask: never a 401 or 403, and never a 500", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of every.filter(([, , { route }]) => whoList(route.who).some((who) => who === "anyone" || who === "visitor"))) {
      const { status } = await ask(stack.guest(), feature, each, a);
      if ([403, 500].includes(status)) wrong.push(`${title}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
