import type { Table } from "../../core/implement.ts";
import { Ability } from "./rows.ts";

/** Which of these people learnt to answer a warning on a phone; up to 100. */
export const ableToAnswer = async (table: Table, people: readonly string[]): Promise<Set<string>> =>
  new Set((await table.many(Ability, people)).flatMap((each) => (each?.skills.some(({ skill }) => skill === "answer") ? [each.person] : [])));
