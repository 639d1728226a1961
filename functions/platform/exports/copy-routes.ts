import type { contract } from "../../../shared/platform/exports/contract.ts";
import { townshipOf } from "../../../shared/contract/region.ts";
import { County, Person, put, type Change, type Refusal, type RouteGiven, type Stored } from "../../core/implement.ts";
import { files } from "../../core/carry.ts";
import { Copy, paperKey, type Copy as CopyRow } from "./rows.ts";
import { inDays, isFresh, othersWho } from "./rules.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

const SECONDS = ["secretary", "director", "committee", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "doctor", "health-worker"] as const;

/** Whether the one who asks signed in on this phone just now. */
export const freshlyIn = async ({ region, caller, now }: Pick<GivenFor<"askCopy">, "region" | "caller" | "now">): Promise<boolean> =>
  isFresh((await region.get(Person, caller.person!))?.devices, caller, now);

/** A copy as the posts of the village see it. */
export const copyView = ({ walk: _walk, ...copy }: Stored<CopyRow>) => copy;

/** Asks for a copy; where nobody else could agree it begins at once, and says so in public. */
export const askCopy = async (given: GivenFor<"askCopy">): Promise<Change | Refusal> => {
  const { table, county, village, facts, caller, now, newId, change, begin, fail } = given;
  if (!(await freshlyIn(given))) return fail("sign-in-again");
  const open = (await table.list(Copy, { limit: 20 })).items.find((copy) => copy.state === "asked" || copy.state === "gathering");
  if (open) return fail("already-asked");
  const township = (await county.get(County, ""))?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? [];
  const others = othersWho(village.offices, township, SECONDS, caller.person!);
  const copy = { id: newId(), at: now.toISOString(), askedBy: caller.person!, office: caller.office!, alone: others.length === 0, reason: null, rows: 0, until: inDays(now), files: [], walk: null };
  if (others.length > 0) return change({ writes: [begin(Copy, copy)], emits: { name: "asked", data: { copy: copy.id } }, answer: { ...copy, state: "asked", version: 1, history: [{ to: "asked", at: copy.at }] } });
  const history = [{ to: "gathering", at: copy.at, by: caller.key, office: caller.office!, channel: caller.channel }];
  const alone: CopyRow = { ...copy, state: "gathering", until: null, history };
  return change({ writes: [put(Copy, alone, "new")], emits: { name: "begun", data: { copy: copy.id, alone: true } }, answer: { ...alone, version: 1 } });
};

/** One file of a copy that is there; that it was taken stands in the record. */
export const copyFile = async ({ table, params, change, fail }: GivenFor<"copyFile">): Promise<Change | Refusal> => {
  const copy = await table.get(Copy, params.id);
  const named = copy?.state === "ready" ? copy.files.find((file) => file.name === params.name) : undefined;
  const text = named ? await (await files()).get(paperKey(params.id, params.name)) : null;
  if (text === null) return fail("not-found");
  return change({ writes: [], emits: { name: "taken", data: { copy: params.id, name: params.name } }, answer: text });
};

/** What a copy that goes leaves behind: nothing. */
export const cleared = async (copy: CopyRow): Promise<Partial<CopyRow>> => {
  await (await files()).remove(copy.files.map((file) => paperKey(copy.id, file.name)));
  return { files: [], walk: null, until: null };
};
