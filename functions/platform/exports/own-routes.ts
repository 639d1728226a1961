import type { contract } from "../../../shared/platform/exports/contract.ts";
import { Member, put, type AnswerOf, type Change, type Refusal, type RouteGiven, type Stored, type Table } from "../../core/implement.ts";
import { files } from "../../core/carry.ts";
import { postsOf } from "../offices/reads.ts";
import { freshlyIn } from "./copy-routes.ts";
import { Erasure, OwnFile, paperKey, type Erasure as ErasureRow } from "./rows.ts";
import { inDays } from "./rules.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

/** Asks for one's own file. */
export const askFile = async (given: GivenFor<"askFile">): Promise<Change | Refusal> => {
  const { caller, now, newId, change, fail } = given;
  if (!(await freshlyIn(given))) return fail("sign-in-again");
  const file: OwnFile = { id: newId(), person: caller.person!, at: now.toISOString(), state: "waiting", rows: 0, until: null, walk: null };
  return change({ writes: [put(OwnFile, file, "new")], emits: { name: "file-asked", data: { file: file.id, person: caller.person! } }, answer: file });
};

/** One's own files of the last days. */
export const myFiles = async ({ table, caller, now }: GivenFor<"myFiles">): Promise<AnswerOf<Routes["myFiles"]>> =>
  ({ items: (await table.byPerson(OwnFile, caller.person!, { limit: 20 })).items.filter((file) => file.until === null || file.until > now.toISOString()) });

/** The file itself, for nobody but the one it is about. */
export const myFile = async ({ table, caller, params, now, fail }: GivenFor<"myFile">): Promise<string | Refusal> => {
  const file = await table.get(OwnFile, params.id);
  const mine = file?.person === caller.person && file?.state === "ready" && (file.until ?? "") > now.toISOString();
  const text = mine && (params.as === "json" || params.as === "text") ? await (await files()).get(paperKey(params.id, params.as)) : null;
  return text ?? fail("not-found");
};

const view = (erasure: Stored<ErasureRow> | ErasureRow, name: string): AnswerOf<Routes["askErasure"]> =>
  ({ id: erasure.id, person: erasure.person, name, at: erasure.at, until: erasure.until, state: erasure.state, by: erasure.by, why: erasure.why });
const waitingFor = async (region: Table, person: string): Promise<Stored<ErasureRow> | null> =>
  (await region.byPerson(Erasure, person, { limit: 10 })).items.find((each) => each.state === "waiting" || each.state === "erasing") ?? null;
const asked = (given: Pick<GivenFor<"askErasure">, "now" | "newId" | "caller">, person: string, village: string | null, by: "self" | "office", why: string): ErasureRow =>
  ({ id: given.newId(), person, village, at: given.now.toISOString(), until: inDays(given.now), state: "waiting", by, why, askedBy: given.caller.key, who: null, walk: null });

/** Asks to be erased; seven days to think again. Whoever holds a post hands it over first. */
export const askErasure = async (given: GivenFor<"askErasure">): Promise<Change | Refusal> => {
  const { region, regionRow, caller, change, fail } = given;
  const person = caller.person!;
  if (!(await freshlyIn(given))) return fail("sign-in-again");
  if (regionRow?.operators.includes(person) || (await postsOf(region, person)).length > 0) return fail("holds-a-post");
  if (await waitingFor(region, person)) return fail("already-asked");
  const erasure = asked(given, person, caller.homeVillage, "self", "asked");
  return change({ writes: [put(Erasure, erasure, "new")], emits: { name: "erasure-asked", data: { erasure: erasure.id, person } }, answer: view(erasure, caller.member?.name ?? "") });
};

/** The same, through an office: for somebody without a phone, or by the next of kin of somebody who died. */
export const askErasureFor = async (given: GivenFor<"askErasureFor">): Promise<Change | Refusal> => {
  const { table, region, village, body, change, fail } = given;
  if (!(await freshlyIn(given))) return fail("sign-in-again");
  const member = await table.get(Member, body.person);
  if (!member) return fail("not-found");
  if (Object.values(village.offices).some((people) => people.includes(body.person)) || (await postsOf(region, body.person)).length > 0) return fail("holds-a-post");
  if (await waitingFor(region, body.person)) return fail("already-asked");
  const erasure = asked(given, body.person, village.id, "office", body.why);
  return change({ writes: [put(Erasure, erasure, "new")], emits: { name: "erasure-asked", data: { erasure: erasure.id, person: body.person } }, answer: view(erasure, member.name) });
};

export const myErasure = async ({ region, caller }: GivenFor<"myErasure">): Promise<AnswerOf<Routes["myErasure"]>> => {
  const open = await waitingFor(region, caller.person!);
  return { erasure: open && view(open, caller.member?.name ?? "") };
};

/** What the village's offices asked, and what its people asked for themselves, while it can still be taken back. */
export const erasures = async ({ table, region, village, query }: GivenFor<"erasures">): Promise<AnswerOf<Routes["erasures"]>> => {
  const { items, next } = await region.list(Erasure, query);
  const here = items.filter((each) => each.village === village.id);
  const names = await table.many(Member, here.map((each) => each.person));
  return { items: here.map((each, i) => view(each, names[i]?.name ?? "")), next };
};

const back = (given: Pick<GivenFor<"keepMe">, "change" | "fail">, erasure: Stored<ErasureRow> | null, name: string): Change | Refusal => {
  if (!erasure) return given.fail("not-found");
  if (erasure.state !== "waiting") return given.fail("not-allowed-now", { state: erasure.state });
  const { version, ...row } = erasure;
  const after: ErasureRow = { ...row, state: "taken-back" };
  return given.change({ writes: [put(Erasure, after, { version })], emits: { name: "erasure-back", data: { erasure: row.id, person: row.person } }, answer: view(after, name) });
};
export const keepMe = async (given: GivenFor<"keepMe">): Promise<Change | Refusal> => back(given, await waitingFor(given.region, given.caller.person!), given.caller.member?.name ?? "");
export const keepThem = async (given: GivenFor<"keepThem">): Promise<Change | Refusal> => {
  const erasure = await given.region.get(Erasure, given.params.id);
  const here = erasure?.village === given.village.id && erasure.by === "office" ? erasure : null;
  return back(given as never, here, here ? (await given.table.get(Member, here.person))?.name ?? "" : "");
};
