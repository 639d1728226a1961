import { add, type Change, type Heard } from "../../core/implement.ts";
import { householdsOf } from "../households/reads.ts";
import type { Hearing } from "./given.ts";
import { KnownCount, Notice } from "./rows.ts";
import { isFor } from "./rules.ts";

/** Counts, page by page, the houses a must-read notice for groups is for, so that "12 of 40 know" costs no walk through the roll. */
export const countGroups = async ({ table, from, change }: Hearing, { data }: Heard<{ notice: string; to: string; mustRead: boolean }>): Promise<Change | null> => {
  if (!data.mustRead || data.to !== "groups") return null;
  const notice = await table.get(Notice, data.notice);
  if (!notice) return null;
  const page = await householdsOf(table, from);
  const here = page.items.filter((house) => isFor(notice.audience, { household: house.id, group: house.group })).length;
  return change({ writes: here > 0 ? [add(KnownCount, notice.id, { of: here })] : [], ...(page.next ? { next: page.next } : {}) });
};
