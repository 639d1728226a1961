import type { Stored, Table } from "../../core/implement.ts";
import { nearOf } from "../../alerts/vulnerable/reads.ts";
import { Linked, LinkHouse } from "./rows.ts";

const OVER = ["declined", "lapsed", "handed-over", "ended"];
/** A link with its dates; `head` only for who looks after the household. */
export const linkView = (link: Stored<Linked>, head: string | null = null) => {
  const last = link.history.at(-1)!;
  return {
    id: link.id, household: link.household, no: link.no, group: link.group, person: link.person, name: link.name, state: link.state, wish: link.wish, head, version: link.version,
    since: (link.history.find((step) => step.to === "accepted") ?? link.history[0]!).at, until: OVER.includes(link.state) ? last.at : null,
  };
};

const MANY = 100;
/** The links of these households, in the order asked, up to 50: who looks after, who was asked, whether anybody is near. */
export const housesWith = async (table: Table, houses: readonly { readonly id: string; readonly no: string; readonly group: string }[], now: Date) => {
  const rows = await table.many(LinkHouse, houses.map((house) => house.id));
  const links = new Map((await table.many(Linked, rows.flatMap((row) => [row?.link, row?.next].filter((id) => typeof id === "string")).slice(0, MANY))).filter((link) => link !== null).map((link) => [link.id, link]));
  const near = await nearOf(table, rows.flatMap((row) => (row?.person ? [row.person] : [])), now);
  const shown = (id: string | null | undefined) => { const link = id ? links.get(id) : undefined; return link ? linkView(link) : null; };
  return houses.map((house, i) => ({ household: house.id, no: house.no, group: house.group, link: shown(rows[i]?.link), next: shown(rows[i]?.next), near: rows[i]?.person ? near.get(rows[i].person)?.near === true : false }));
};
