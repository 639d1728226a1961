import { put, readPhone, type Caller, type Stored, type Table } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Ask, Deal } from "./rows.ts";

const MOST_ASKS = 50;

/** Who asks, as an ask keeps it; a phone without a number of its own is counted by an address that neighbours share, and is nobody's own. */
const keyOf = (caller: Caller): string | null => caller.person ?? (caller.device === `s-${caller.source}` ? null : caller.device);
const openTo = (deal: Stored<Deal> | null): deal is Stored<Deal> => deal !== null && deal.state !== "withdrawn";
const askedBy = async (table: Table, deal: string, key: string | null): Promise<Stored<Ask> | null> =>
  (key === null ? null : (await table.list(Ask, { under: `${deal}#`, limit: MOST_ASKS })).items.find((each) => each.by === key)) ?? null;

/** Whether this villager may have the number without asking: the writer chose so, and the village lets writers choose. */
const freely = (deal: Deal, caller: Caller, habit: string): boolean => caller.member !== null && deal.phoneTo === "villagers" && habit === "the seller chooses";

export const contact = async ({ table, params, caller, settings, fail }: For<"contact">) => {
  const deal = await table.get(Deal, params.id);
  if (!openTo(deal)) return fail("not-found");
  const mine = deal.person === caller.person;
  const found = mine ? null : await askedBy(table, deal.id, keyOf(caller));
  const asks = mine ? (await table.list(Ask, { under: `${deal.id}#`, limit: MOST_ASKS })).items.filter((each) => each.state === "asked").length : 0;
  return { mine, phone: mine || freely(deal, caller, settings.sellersPhone) ? deal.phone : found?.granted ?? null, asked: found?.state ?? null, asks };
};

export const ask = async ({ table, params, body, caller, now, newId, facts, change, fail }: For<"ask">) => {
  const deal = await table.get(Deal, params.id);
  if (!openTo(deal)) return fail("not-found");
  if (deal.person === caller.person) return fail("own-post");
  if (deal.state !== "open") return fail("not-allowed-now", { state: deal.state, steps: [] });
  const before = (await table.list(Ask, { under: `${deal.id}#`, limit: MOST_ASKS })).items;
  const key = keyOf(caller) ?? caller.device;
  const twice = keyOf(caller) === null ? undefined : before.find((each) => each.by === key);
  if (twice) return { state: twice.state };
  if (before.length >= MOST_ASKS) return fail("enough-asks");
  const read = body.phone ? await readPhone(body.phone, facts.phoneCountries) : null;
  if (read && !read.ok) return fail("wrong-field", { field: "phone", reason: read.reason });
  const row: Ask = {
    id: newId(), deal: deal.id, by: key, villager: caller.member !== null, name: caller.member?.name ?? body.name, words: body.words, phone: read?.ok ? read.e164 : null,
    state: "asked", granted: null, at: now.toISOString(),
  };
  return change({
    writes: [put(Ask, row, "new")], emits: { name: "asked", data: { deal: deal.id, ask: row.id } }, answer: { state: row.state },
    tells: [{ person: deal.person, key: "asked", where: `market/supply-demand/${deal.id}` }],
  });
};

export const asks = async ({ table, params, query, caller, fail }: For<"asks">) => {
  const deal = await table.get(Deal, params.id);
  return deal && deal.person === caller.person ? table.list(Ask, { under: `${deal.id}#`, ...query }) : fail("not-found");
};

/** The writer's yes or no to one who asked: they are told, and on a yes see the number. */
const answer = (to: "granted" | "declined") => async (given: For<"grant"> | For<"decline">, phone: string | null) => {
  const { table, params, caller, fail } = given;
  const [deal, found] = await Promise.all([table.get(Deal, params.id), table.get(Ask, `${params.id}#${params.ask}`)]);
  if (!deal || !found || deal.person !== caller.person) return fail("not-found");
  if (found.state !== "asked") return fail("not-allowed-now", { state: found.state, steps: [] });
  const { version, ...before } = found;
  const row: Ask = { ...before, state: to, granted: to === "granted" ? phone ?? deal.phone : null };
  const where = `market/supply-demand/${deal.id}`;
  const told = { key: to, where };
  return given.change({
    writes: [put(Ask, row, { version })], emits: { name: to, data: { deal: deal.id, ask: row.id } }, answer: row,
    tells: row.by.startsWith("s-") ? [] : [row.villager || /^[0-9A-Z]{26}$/.test(row.by) ? { person: row.by, ...told } : { device: row.by, ...told }],
  });
};
export const grant = async (given: For<"grant">) => {
  const { table, params, body, facts, fail } = given;
  const read = body.phone ? await readPhone(body.phone, facts.phoneCountries) : null;
  if (read && !read.ok) return fail("wrong-field", { field: "phone", reason: read.reason });
  const phone = read?.ok ? read.e164 : (await table.get(Deal, params.id))?.phone ?? null;
  return phone === null ? fail("phone-needed", { field: "phone" }) : answer("granted")(given, phone);
};
export const decline = (given: For<"decline">) => answer("declined")(given, null);
