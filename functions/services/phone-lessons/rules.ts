import { maskName } from "../../../shared/contract/text.ts";
import type { SKILLS } from "../../../shared/services/phone-lessons/contract.ts";

type Skill = (typeof SKILLS)[number];
interface Part { readonly learner: string; readonly asker: string; readonly volunteer: { readonly person: string } | null; readonly state: string }
export const KEEPERS = ["office:secretary", "office:director", "office:committee", "office:grid-worker"];

/** What somebody has to do with a lesson. */
export const partOf = (lesson: Part, caller: { readonly person: string | null; readonly holds: readonly string[] }): "learner" | "volunteer" | "asker" | "keeper" | "neither" =>
  caller.person === lesson.learner ? "learner" : caller.person !== null && caller.person === lesson.volunteer?.person ? "volunteer" : caller.person === lesson.asker ? "asker"
    : caller.holds.some((each) => KEEPERS.includes(each)) ? "keeper" : "neither";

/** Who has no part in it sees that somebody would like to learn, never who. */
export const nameFor = (part: ReturnType<typeof partOf>, name: string): string => (part === "neither" ? maskName(name) : name);

/** Ticks what was learnt; what was ticked before keeps its day. */
export const ticked = <T extends { readonly skill: Skill; readonly at: string }>(before: readonly T[], skills: readonly Skill[], at: string): { skill: Skill; at: string }[] =>
  [...before, ...[...new Set(skills)].filter((skill) => !before.some((each) => each.skill === skill)).map((skill) => ({ skill, at }))];

/** Where an office is filled it checks volunteers; else two neighbours of two houses do. */
export const officesFilled = (offices: Readonly<Record<string, readonly string[]>>): boolean => KEEPERS.some((each) => (offices[each.slice("office:".length)] ?? []).length > 0);
