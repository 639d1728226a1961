import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { featureNames, ROOT } from "../../infra/build/features.ts";
import { frameWords } from "../../infra/build/web-words.ts";
import { statesOf } from "../../shared/contract/lifecycle.ts";
import { PROBLEMS } from "../../shared/contract/problem.ts";
import problems from "../../shared/contract/problems.json" with { type: "json" };
import { whoList } from "../../shared/contract/who.ts";
import { contracts } from "../../shared/registry.ts";
import { routesOf } from "../../functions/core/match.ts";

const all = Object.entries(contracts);
const words = (name: string): { zh: Record<string, string>; en: Record<string, string> } => JSON.parse(readFileSync(join(ROOT, "shared", name, "words.json"), "utf8"));
const CORE_PREFIXES = ["EVENT", "SEAL", "SEALHEAD", "IDEM", "HEARD", "LIMIT", "KEYS", "WAIT", "SHOW", "OFFER"];

describe("contracts", () => {
  it("are all there: one a folder", () => {
    expect(all.map(([name]) => name).sort()).toEqual(featureNames().sort());
  });
  it("own their sort-key prefixes alone, and none of core's", () => {
    const prefixes = all.flatMap(([, contract]) => [contract.prefix].flat());
    expect([...prefixes, ...CORE_PREFIXES].sort()).toEqual([...new Set([...prefixes, ...CORE_PREFIXES])].sort());
  });
  it.each(all)("%s says in one sentence what its failure means to people", (_, contract) => {
    expect(contract.ifItFails).toMatch(/^[A-Z].{15,}\.$/s);
    expect(contract.functions.length).toBeGreaterThan(0);
  });
  it.each(all)("%s has the same words in Chinese and English, and a sentence for each of its refusals", (name, contract) => {
    const { zh, en } = words(name);
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const fails = routesOf(contract).flatMap(({ route }) => Object.keys(route.fails ?? {}));
    for (const code of fails) expect(zh, `${name} fails.${code}`).toHaveProperty([`fails.${code}`]);
    if (contract.place) for (const key of ["place.label", "place.search"]) expect(zh, `${name} ${key}`).toHaveProperty([key]);
  });
  it.each(all)("%s puts no sentence of its own in the place of one the frame says on every page", (name) => {
    for (const language of ["zh", "en"] as const) {
      const [own, frame] = [words(name)[language], frameWords()[language]];
      expect(Object.keys(own).filter((key) => key in frame && own[key] !== frame[key])).toEqual([]);
    }
  });
  it.each(all)("%s listens only to events that exist, and moves only between states it knows", (_, contract) => {
    for (const heard of contract.on ?? []) {
      if (heard.startsWith("carrier/")) continue;
      const [section, feature, event] = heard.split("/");
      expect(contracts[`${section}/${feature}`]?.emits, heard).toHaveProperty([event!]);
    }
    const life = contract.lifecycle;
    if (life) for (const [state, wait] of Object.entries(life.waits ?? {})) expect([statesOf(life).includes(state), wait.then in life.moves]).toEqual([true, true]);
    expect((contract.reads ?? []).every((name) => name in contracts)).toBe(true);
  });
  it.each(all)("%s has its code, and its writes ask for more than 'anyone' unless they are meant for strangers", (name, contract) => {
    expect(existsSync(join(ROOT, "functions", name, "handlers.ts"))).toBe(true);
    const open = routesOf(contract).filter(({ route }) => route.method !== "GET" && whoList(route.who).includes("anyone")).map(({ name: route }) => `${name}.${route}`);
    expect(OPEN_WRITES).toEqual(expect.arrayContaining(open));
  });
  it("have a sentence for every common problem, in both languages", () => {
    for (const code of Object.keys(PROBLEMS)) expect([problems.zh, problems.en].every((each) => `fails.${code}` in each)).toBe(true);
  });
});

/** Writes a stranger may make without even a device: beginning a region with its setup code, renewing or ending a session by its own token. */
const OPEN_WRITES = ["platform/villages.begin", "platform/sign-in.refresh", "platform/sign-in.leave"];
