import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { featureNames, has, ROOT } from "../../infra/build/features.ts";
import { whoList } from "../../shared/contract/who.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { routesOf, type Matched } from "../../functions/core/match.ts";
import { Village } from "../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "./stack.ts";

/** Every route of every feature, asked by everyone who should not: the answer is what its contract says. */
const names = featureNames().filter((name) => has("functions", name, "handlers.ts"));
const features = await Promise.all(names.map(async (name) => ((await import(join(ROOT, "functions", name, "handlers.ts"))) as { handler: FeatureHandler }).handler));
const every = features.flatMap((feature) => routesOf(feature.code.contract).map((each): [string, FeatureHandler, Matched] => [`${feature.code.name} ${each.name}`, feature, each]));
const closed = every.filter(([, , { route }]) => { const who = whoList(route.who); return !who.includes("anyone") && !who.includes("visitor") && !who.includes("clock") && !who.includes("carrier"); });
const byOffice = closed.filter(([, , { route }]) => whoList(route.who).every((who) => who.includes(":") || who === "operator"));
const ID = "01J00000000000000000000000";

let stack: TestStack;
let a: string;
let b: string;
let ofB: As;
let villager: As;
let ended: As;
beforeAll(async () => {
  stack = await openStack(features);
  [a, b] = [await stack.village(), await stack.village()];
  ofB = (await stack.person({ village: b })).as;
  villager = (await stack.person({ village: a })).as;
  const old = await stack.person({ village: a });
  ended = old.as;
  const offices = [...new Set(every.flatMap(([, , { route }]) => whoList(route.who).filter((who) => who.startsWith("office:")).map((who) => who.slice(7))))];
  const [row] = await stack.rows(`V#${a}`, "VILLAGE#");
  await stack.store(Village, { ...row, ended: Object.fromEntries(offices.map((office) => [office, [old.id]])) } as Village, { village: a });
});
afterAll(() => stack.stop());

const ask = (as: As, feature: FeatureHandler, { name, route }: Matched, village: string) =>
  as.call(feature.code.name, name, { village, params: Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map((hole) => [hole[1]!, ID])), ...(route.method === "GET" ? {} : { body: {} }) });
const atVillage = ({ route }: Matched): boolean => (route.at ?? "village") === "village";

describe("every route, asked by", () => {
  it("nobody: 401", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of closed) { const { status } = await ask(stack.guest(), feature, each, a); if (status !== 401) wrong.push(`${title}: ${status}`); }
    expect(wrong).toEqual([]);
    expect(closed.length).toBeGreaterThan(40);
  });
  it("a villager of another village: 404, as for a village that does not exist", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of closed.filter(([, , route]) => atVillage(route))) {
      const [other, none] = [await ask(ofB, feature, each, a), await ask(ofB, feature, each, "431228999999")];
      if (other.status !== 404 || JSON.stringify(other.body) !== JSON.stringify(none.body)) wrong.push(`${title}: ${other.status} ${other.text}`);
    }
    expect(wrong).toEqual([]);
  });
  it("a villager without the office: 403 role-missing", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of byOffice) { const { status, body } = await ask(villager, feature, each, a); if (status !== 403 || body.type !== "role-missing") wrong.push(`${title}: ${status} ${body.type}`); }
    expect(wrong).toEqual([]);
  });
  it("someone whose office has ended: 403 office-ended", async () => {
    const wrong: string[] = [];
    for (const [title, feature, each] of byOffice.filter(([, , each]) => atVillage(each) && whoList(each.route.who).some((who) => who.startsWith("office:")))) {
      const { status, body } = await ask(ended, feature, each, a);
      if (status !== 403 || body.type !== "office-ended") wrong.push(`${title}: ${status} ${body.type}`);
    }
    expect(wrong).toEqual([]);
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
