import type { NewProfile } from "../../../shared/affairs/village-home/home.ts";
import { put } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Profile } from "./rows.ts";

const EMPTY: NewProfile = { about: null, specialities: [], season: null };

export const shownProfile = async ({ table }: For<"shownProfile">) => (await table.get(Profile, "")) ?? { ...EMPTY, version: 0 };

/** Replaces the whole profile; two writers at once: the later one is told. */
export const profile = async ({ table, body, ifMatch, change, fail }: For<"profile">) => {
  const before = await table.get(Profile, "");
  const version = before?.version ?? 0;
  if (ifMatch !== null && ifMatch !== version) return fail("stale-version", { yourVersion: ifMatch, version });
  return change({
    writes: [put(Profile, body, before ? { version, ...(ifMatch === null ? {} : { fromClient: true as const }) } : "new")],
    emits: { name: "profiled", data: {} }, answer: { ...body, version: version + 1 },
  });
};
