import { Answered, Assigned, Closed, Escalated, Reopened, Sent } from "../../../shared/cadres/letters/events.ts";
import { contract, SOURCES } from "../../../shared/cadres/waiting-times/contract.ts";
import words from "../../../shared/cadres/waiting-times/words.json" with { type: "json" };
import type { EventSpec } from "../../../shared/contract/event.ts";
import { titlesOf } from "../../../shared/contract/profile.ts";
import * as snaps from "../../../shared/affairs/snaps/events.ts";
import * as farm from "../../../shared/services/farm-questions/events.ts";
import { hear, implement, put, type Listener } from "../../core/implement.ts";
import { Waited } from "./rows.ts";
import { figuresOf, groupedBy, LEAST_FOR_A_POST, withEvent, type Happened } from "./rules.ts";

type Source = (typeof SOURCES)[number];
/** The newest of each kind are counted: more than a village asks in a year. */
const MOST = 400;

/** One event of a matter, kept beside what is known of it. */
const keeps = <D>(source: Source, spec: EventSpec<D>, what: Happened, of: (data: D) => { matter: string; category?: string; post?: string }): Listener<typeof contract> =>
  hear<typeof contract, D>(spec, async ({ table, change }, event) => {
    const { matter, ...codes } = of(event.data);
    const known = await table.get(Waited, `${source}#${matter}`);
    const { version = 0, ...times } = known ?? { source, matter, category: "", post: "", postAt: null, asked: null, first: null, last: null, again: null, closed: null };
    return change({ writes: [put(Waited, withEvent(times, what, event.at, codes), known ? { version } : "new")] });
  });
const letter = ({ letter: matter, category, post }: { letter: string; category: string; post: string }) => ({ matter, category, post });
const question = ({ id }: { id: string }) => ({ matter: id, post: "technician" });

export const handler = implement("cadres/waiting-times", contract, words, {
  routes: {
    ledger: async ({ table, facts }) => ({
      sources: await Promise.all(SOURCES.map(async (source) => {
        const all = (await table.list(Waited, { under: `${source}#`, limit: MOST })).items;
        return {
          source, ...figuresOf(all), categories: groupedBy(all, ({ category }) => category).map(([category, some]) => ({ category, ...figuresOf(some) })),
          posts: groupedBy(all, ({ post }) => post).map(([post, some]) => ({ post, titles: { ...titlesOf(facts.profile, post.startsWith("department.") ? "county" : "village", post) }, figures: some.length < LEAST_FOR_A_POST ? null : figuresOf(some) })),
        };
      })),
    }),
  },
  on: {
    "cadres/letters/sent": keeps("letters", Sent, "asked", letter), "cadres/letters/assigned": keeps("letters", Assigned, "passed", letter), "cadres/letters/escalated": keeps("letters", Escalated, "passed", letter),
    "cadres/letters/answered": keeps("letters", Answered, "answered", letter), "cadres/letters/reopened": keeps("letters", Reopened, "again", letter), "cadres/letters/closed": keeps("letters", Closed, "closed", letter),
    "services/farm-questions/asked": keeps("questions", farm.Asked, "asked", question), "services/farm-questions/passed": keeps("questions", farm.Passed, "passed", ({ id, to }) => ({ matter: id, post: to })),
    "services/farm-questions/answered": keeps("questions", farm.Answered, "answered", ({ id }) => ({ matter: id })), "services/farm-questions/reopened": keeps("questions", farm.Reopened, "again", ({ id }) => ({ matter: id })),
    "services/farm-questions/closed": keeps("questions", farm.Closed, "closed", ({ id }) => ({ matter: id })),
    "affairs/snaps/asked": keeps("reports", snaps.Asked, "asked", ({ id }) => ({ matter: id, post: "council" })), "affairs/snaps/passed": keeps("reports", snaps.Passed, "passed", ({ id, department }) => ({ matter: id, post: `department.${department}` })),
    "affairs/snaps/answered": keeps("reports", snaps.Answered, "answered", ({ id }) => ({ matter: id })), "affairs/snaps/reopened": keeps("reports", snaps.Reopened, "again", ({ id }) => ({ matter: id })),
    "affairs/snaps/closed": keeps("reports", snaps.Closed, "closed", ({ id }) => ({ matter: id })),
  },
});
