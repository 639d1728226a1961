import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Hands, Reached, Release } from "./deploy-steps.ts";

const at = (folder: string): Release => ({ assembly: join(folder, "assembly"), web: join(folder, "web") });

/**
 * The versions of one region that worked, as folders: the one that runs ("now") and the one before it.
 * @param folder cdk.out/kept/<region>
 */
export const keptIn = (folder: string): Hands["kept"] => {
  const [now, before, coming] = ["now", "before", "coming"].map((name) => join(folder, name)) as [string, string, string];
  const releaseAt = (each: string): Release | null => (existsSync(join(each, "web")) ? at(each) : null);
  return {
    now: () => releaseAt(now),
    before: () => releaseAt(before),
    reached: () => (existsSync(join(now, "reached.json")) ? (JSON.parse(readFileSync(join(now, "reached.json"), "utf8")) as Reached) : null),
    // Copied whole before anything is moved: a crash leaves the former pair or the new one.
    keep: ({ assembly, web }, reached) => {
      rmSync(coming, { recursive: true, force: true });
      mkdirSync(coming, { recursive: true });
      cpSync(assembly, join(coming, "assembly"), { recursive: true });
      cpSync(web, join(coming, "web"), { recursive: true });
      writeFileSync(join(coming, "reached.json"), JSON.stringify(reached));
      rmSync(before, { recursive: true, force: true });
      if (existsSync(now)) renameSync(now, before);
      renameSync(coming, now);
    },
    stepBack: () => {
      rmSync(now, { recursive: true, force: true });
      renameSync(before, now);
    },
  };
};

const directivesOf = (policy: string): Map<string, string[]> =>
  new Map(policy.split(";").map((each) => each.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...sources]) => [name!, sources]));

/** A policy that lets this page in and, by its hashes, the former one: while the CDN changes over, some people get the one and some the other. */
export const joinPolicies = (ours: string, former: string): string => {
  const [own, theirs] = [directivesOf(ours), directivesOf(former)];
  for (const [name, sources] of own) own.set(name, [...new Set([...sources, ...(theirs.get(name) ?? []).filter((source) => source.startsWith("'sha256-"))])]);
  return [...own].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
};

interface Written { readonly html: string; readonly own?: string }
/** Writes the joined policy into a freshly built page's csp.json, where the stacks read it; `own` stays what this build alone needs. */
export const letFormerIn = (web: string, former: Release | null): void => {
  const path = join(web, "csp.json");
  const ours = JSON.parse(readFileSync(path, "utf8")) as Written;
  const theirs = former && existsSync(join(former.web, "csp.json")) ? (JSON.parse(readFileSync(join(former.web, "csp.json"), "utf8")) as Written) : null;
  const own = ours.own ?? ours.html;
  writeFileSync(path, JSON.stringify({ html: theirs ? joinPolicies(own, theirs.own ?? theirs.html) : own, own }));
};
