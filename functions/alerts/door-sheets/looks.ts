import type * as z from "zod";
import type { contract } from "../../../shared/alerts/door-sheets/contract.ts";
import type { Printed } from "../../../shared/alerts/door-sheets/events.ts";
import { householdsBy } from "../../affairs/households/reads.ts";
import { look, Member, type Change } from "../../core/implement.ts";
import type { Heard, HeardGiven } from "../../core/implement.ts";
import { onlyGroup } from "./rules.ts";
import { Sheet } from "./rows.ts";

/** Households told in one change. */
const PAGE = 90;

/** Every household of a sheet that somebody printed or opened reads who it was: a page of them at a time, each once however often the event comes. */
export const tellHouses = async (given: HeardGiven<typeof contract>, event: Heard<z.infer<typeof Printed.data>>): Promise<Change | null> => {
  const [sheet, member] = [await given.table.get(Sheet, `${event.data.warning}#${event.data.sheet}`), await given.table.get(Member, event.by)];
  if (!sheet) return null;
  const start = Number(given.from ?? 0);
  const page = sheet.households.slice(start, start + PAGE);
  const by = { person: event.by, office: event.office ?? "", name: member?.name ?? "" };
  const seen = { now: new Date(event.at), newId: given.newId };
  // A group's leader is shown the houses of the own group alone.
  const own = event.office ? onlyGroup({ holds: [event.office], member: member ? { group: member.group } : null }) : null;
  const shown = own === null ? page : (await householdsBy(given.table, page)).filter((house) => house.group === own).map((house) => house.id);
  const writes = shown.map((household) => look(seen, by, { household, purpose: "warning", what: "sheet" }));
  const next = start + PAGE < sheet.households.length ? String(start + PAGE) : null;
  return writes.length === 0 && next === null ? null : given.change({ writes, ...(next === null ? {} : { next }) });
};
