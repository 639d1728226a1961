import { dayIn } from "../../../shared/contract/days.ts";
import { lookedAfterBy } from "../../cadres/linked-households/reads.ts";
import { Member, put, type Change, type Stored } from "../../core/implement.ts";
import type { Heard } from "./given.ts";
import { Sees, Well } from "./rows.ts";
import { lookAgain, nextStep } from "./rules.ts";
import { hereFor } from "./view.ts";

/** Who is asked where no cadre was named, the nearest to the door first. */
const POSTS = ["grid-worker", "group-leader", "committee", "director", "secretary"];
const TWO_DAYS = 2 * 86_400_000;

/** Whoever looks after the house and is near, else the first filled post; never themselves, nor who was told already. */
const onTheSpot = async ({ table, village, now }: Heard, person: string, told: readonly (string | null)[]): Promise<string | null> => {
  const household = (await table.get(Member, person))?.household ?? null;
  const linked = household === null ? null : await lookedAfterBy(table, household, now);
  const posts = POSTS.flatMap((office) => village.offices[office] ?? []);
  return [...(linked?.near ? [linked.person] : []), ...posts].find((each) => each !== person && !told.includes(each)) ?? null;
};
const stillHere = async ({ table }: Heard, person: string): Promise<string | null> => ((await table.get(Member, person))?.state === "verified" ? person : null);

/** The hour has passed without a sign: the next of the circle is told, once. Nobody there for a step: the step after it comes at its own time. */
export const silent = async (given: Heard, row: Stored<Well>): Promise<Change | null> => {
  const { facts, now, change } = given;
  const { version, ...before } = row;
  const here = (await hereFor(given, [row.person]))(row.person);
  const step = nextStep(before, here);
  if (!step || step.from > now.toISOString()) return change({ writes: [put(Well, { ...before, next: lookAgain(before, here) }, { version })] });
  const day = dayIn(facts.zone, now);
  const steps = before.told?.day === day ? before.told.steps : [];
  const who = step.person ? await stillHere(given, step.person) : await onTheSpot(given, row.person, steps.map(({ person }) => person));
  const after = { ...before, told: { day, steps: [...steps, { entry: step.entry, person: who, at: now.toISOString() }] } };
  const sees = who && step.person === null ? [put(Sees, { watcher: who, person: row.person, until: new Date(now.getTime() + TWO_DAYS).toISOString() }, "over")] : [];
  return change({
    writes: [put(Well, { ...after, next: lookAgain(after, here) }, { version }), ...sees], emits: { name: "missed", data: { care: row.care, kind: step.kind, nth: step.nth }, as: row.care },
    tells: who ? [{ person: who, key: "silent", where: `services/care/${row.person}`, how: "now", stays: true }] : [],
  });
};
