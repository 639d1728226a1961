import type { RollState } from "../../../shared/alerts/roll-call/states.ts";
import { householdOf, headOf, isVulnerable, sleepers, type Household } from "../../affairs/households/reads.ts";
import type { AreaTable, Stored, Table, Village } from "../../core/implement.ts";
import { rollOf } from "../roll-call/reads.ts";
import { alertOf, isMeant, Warning, type Alert } from "../warnings/reads.ts";

/** Where a warning's rows are read: one village and its county. */
export interface At { readonly table: Table; readonly county: AreaTable; readonly village: Pick<Village, "id" | "names"> }

const PUBLIC = ["issued", "ended", "cleared", "cancelled", "replaced", "lapsed"];

/**
 * A warning as this village has it; in the seconds before the village's own copy stands, from the county's. Null where the village is
 * not meant, or the warning has never held.
 */
export const warningHere = async ({ table, county, village }: At, id: string): Promise<Alert | null> => {
  const own = await alertOf(table, id);
  if (own) return own;
  const warning = await county.get(Warning, id);
  const part = warning?.parts.find((each) => each.village === village.id);
  if (!warning || !part || !warning.issuedAt || !PUBLIC.includes(warning.state)) return null;
  const named = (language: "zh" | "en"): Alert["texts"]["zh"] => {
    const name = (text: string): string => text.replaceAll("{village}", village.names[language] ?? village.names["zh"] ?? village.id);
    const { headline, what, sms, speaker, group } = warning.texts[language];
    return { headline: name(headline), what: name(what), sms: name(sms), speaker: name(speaker), group: name(group) };
  };
  return {
    id, state: warning.state, status: warning.status, kind: warning.kind, hazard: warning.hazard, colour: warning.colour, ask: warning.ask,
    groups: part.groups ?? null, mark: part.mark ?? null, texts: { zh: named("zh"), en: named("en") }, place: warning.place, source: warning.source,
    issuedAt: warning.issuedAt, expires: warning.expires, overAt: null, how: null, reason: warning.reason, clearWords: warning.clearWords,
    single: warning.single, replaces: warning.replaces, drafter: warning.drafter,
  };
};

/** A house in a warning, as an answer needs it. */
export interface House {
  readonly id: string; readonly no: string; readonly group: string; readonly head: string; readonly sleepers: number; readonly vulnerable: number;
  readonly people: readonly { readonly person: string; readonly sleepsHere: boolean }[]; readonly state: RollState;
}

/** A house a warning means: by its line on the roll, or, before that is written, by group and hazard mark. Null for any other. */
export const houseHere = async (table: Table, alert: Alert, household: string, now: Date): Promise<House | null> => {
  const [roll, house] = await Promise.all([rollOf(table, alert.id, household), householdOf(table, household)]);
  if (!roll && !(house && isMeant(alert, house))) return null;
  const weak = house ? weakOf(house, now) : roll!.vulnerable.length;
  return {
    id: household, no: house?.no ?? roll!.no, group: house?.group ?? roll!.group, head: (house ? headOf(house)?.name : roll!.head) ?? "",
    sleepers: house ? sleepers(house).length : roll!.sleepers, vulnerable: weak, people: house?.people ?? [], state: roll?.state ?? "not-reached",
  };
};

const weakOf = (house: Stored<Household>, now: Date): number =>
  sleepers(house).filter((each) => isVulnerable({ people: [each] }, now.getUTCFullYear())).length;
