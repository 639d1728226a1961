import { add, type Change, type Heard } from "../../core/implement.ts";
import { householdsBy, householdsOf } from "../households/reads.ts";
import type { Hearing } from "./given.ts";
import { KnownCount, Notice } from "./rows.ts";
import { isFor } from "./rules.ts";

/**
 * A notice reaches the houses it is for, page by page: one line of each house's digest. Houses of a must-read notice for groups are counted on the
 * way, so that "12 of 40 know" costs no walk through the roll; a notice that also goes out by SMS says so once.
 */
export const tellHouses = async ({ table, from, change }: Hearing, { data }: Heard<{ notice: string; to: string; mustRead: boolean }>): Promise<Change | null> => {
  const notice = await table.get(Notice, data.notice);
  if (!notice || notice.state !== "published") return null;
  const page = notice.audience.to === "households" ? { items: (await householdsBy(table, notice.audience.households)).slice(0, 90), next: null } : await householdsOf(table, from);
  const here = page.items.filter((house) => isFor(notice.audience, { household: house.id, group: house.group }));
  return change({
    writes: data.mustRead && data.to === "groups" && here.length > 0 ? [add(KnownCount, notice.id, { of: here.length })] : [],
    tells: here.map((house) => ({ household: house.id, key: "published", values: { title: notice.title }, where: `affairs/notices/${notice.id}`, how: "digest" as const })),
    ...(from === null && notice.channels.includes("sms") ? { emits: { name: "sms-wanted" as const, data: { notice: notice.id } } } : {}), ...(page.next ? { next: page.next } : {}),
  });
};
