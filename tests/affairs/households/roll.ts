import { commit } from "../../../functions/core/commit.ts";
import { clock } from "../../../functions/core/clock.ts";
import { put, stableId } from "../../../functions/core/implement.ts";
import { ImportPart } from "../../../functions/platform/villages/reads.ts";
import type { VULNERABLE } from "../../../shared/platform/villages/vulnerable.ts";
import type { TestStack } from "../../core/stack.ts";

export interface RollPerson { readonly house: string; readonly name: string; readonly group?: string; readonly order?: number; readonly head?: boolean; readonly bornIn?: number | null; readonly phone?: string | null; readonly sleepsHere?: boolean; readonly vulnerable?: (typeof VULNERABLE)[number][]; readonly language?: "zh" | "en" }

/** The ids an imported line gets. */
export const idsOf = (village: string, house: string, name: string) => ({ household: stableId(`${village}|${house}`), person: stableId(`${village}|${house}|${name}`) });

/** Lines of a list, as a village's import leaves them. */
export const linesOf = (village: string, people: readonly RollPerson[]) => people.map((each, i) => ({
  line: i + 2, house: each.house, group: each.group ?? "1", order: each.order ?? i, ...idsOf(village, each.house, each.name), name: each.name, head: each.head ?? false,
  bornIn: each.bornIn ?? null, phone: each.phone ?? null, sleepsHere: each.sleepsHere ?? true, vulnerable: each.vulnerable ?? [], language: each.language ?? "zh" as const,
}));

const PART = 100;
/** A village's list is in and said to be: what listens to it merges it. @returns the list's id */
export const importRoll = async (stack: TestStack, village: string, people: readonly RollPerson[], list = clock().id()): Promise<string> => {
  const lines = linesOf(village, people);
  const parts = Array.from({ length: Math.ceil(lines.length / PART) }, (_, i) => ({ import: list, part: i, lines: lines.slice(i * PART, (i + 1) * PART) }));
  const now = clock().now();
  const outcome = await commit({
    place: { at: "village", id: village }, writes: parts.map((part) => put(ImportPart, part, "over")),
    event: { id: clock().id(), name: "platform/villages/roll-imported", at: now.toISOString(), by: "test", channel: "system", data: { import: list, parts: parts.length } },
  }, now.getTime());
  if (outcome !== "done") throw new Error("the list was not stored");
  await stack.settle();
  return list;
};
