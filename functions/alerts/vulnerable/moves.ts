import { holds, put, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { saved } from "./care.ts";
import type { ForMove } from "./given.ts";
import { Buddy, Care } from "./rows.ts";
import { worksOn } from "./rules.ts";

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
const byOffice = (caller: Caller, group: string): boolean => holds(caller, ...CADRES) && worksOn(caller, group);

/** Who may know of it: the buddy, the household, the offices that work there. */
export const sees = (row: Stored<Buddy>, caller: Caller): boolean =>
  row.person === caller.person || byOffice(caller, row.group) || (caller.member?.household === row.household && row.household !== "");

type Any = Pick<ForMove<"decline">, "table" | "now" | "row">;
/** The household's row without this buddy. */
const without = async ({ table, now, row }: Any) => {
  const care = await table.get(Care, row.household);
  return care ? saved({ table, now }, care, { buddies: care.buddies.filter((each) => each.id !== row.id) }) : [];
};
const event = (row: Buddy) => ({ buddy: row.id, household: row.household, person: row.person });
const helpsNow = async (table: Table, person: string): Promise<number> => (await table.byPerson(Buddy, person, { limit: 30 })).items.filter((each) => each.state === "accepted").length;

export const moves = {
  /** Said by oneself; or at the door to an office, before a witness. The one in whose place this is goes in the same moment, not before. */
  accept: async (given: ForMove<"accept">) => {
    const { table, row, caller, body, now, settings, fail, moved } = given;
    const own = caller.person === row.person;
    if (!own && !byOffice(caller, row.group)) return fail("role-missing");
    if (!own && !body.witness) return fail("witness-needed", { field: "witness" });
    const care = await table.get(Care, row.household);
    if (!care?.consent?.given) return fail("no-consent");
    if ((await helpsNow(table, row.person)) >= settings.mostEach) return fail("helps-enough");
    const old = row.instead ? await table.get(Buddy, row.instead) : null;
    const goes = old && (old.state === "accepted" || old.state === "asked") ? old : null;
    const buddies = care.buddies.filter((each) => each.id !== goes?.id).map((each) => (each.id === row.id ? { ...each, state: "accepted" as const } : each));
    const step = { to: "replaced", at: now.toISOString(), by: caller.key, channel: caller.channel, ...(caller.office ? { office: caller.office } : {}) };
    const { version, ...rest } = goes ?? { version: 0 };
    return moved({
      row: { witness: own ? null : body.witness ?? null },
      writes: [...(await saved(given, care, { buddies })), ...(goes ? [put<Buddy>(Buddy, { ...(rest as Buddy), state: "replaced", history: [...goes.history, step] }, { version }, null)] : [])],
      emits: { name: "accepted", data: { ...event(row), instead: goes?.id ?? null } },
    });
  },
  decline: async (given: ForMove<"decline">) => {
    const { row, caller, fail, moved } = given;
    return row.person === caller.person || byOffice(caller, row.group) ? moved({ writes: await without(given), emits: { name: "declined", data: event(row) } }) : fail("role-missing");
  },
  end: async (given: ForMove<"end">) => given.moved({ row: { reason: given.body.reason ?? null }, writes: await without(given), emits: { name: "ended", data: event(given.row) } }),
  lapse: async (given: ForMove<"lapse">) => given.moved({ writes: await without(given), emits: { name: "declined", data: event(given.row) } }),
};

