import { Household } from "../../../functions/affairs/households/rows.ts";
import { Contact, Phone } from "../../../functions/alerts/contacts/rows.ts";
import { codeHash, Link, linkCode, Roll } from "../../../functions/alerts/roll-call/reads.ts";
import type { RollState } from "../../../shared/alerts/roll-call/states.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { stableId } from "../../../functions/core/implement.ts";
import { post } from "../../../functions/core/queues.ts";
import { keyedHash } from "../../../functions/core/secrets.ts";
import type { TestStack } from "../../core/stack.ts";

export const hash = (text: string): Promise<string> => keyedHash("phone", text);
const LATER = "2026-06-11T12:00:00.000Z";
export const ISSUED = "2026-06-10T12:00:00.000Z";

interface Who { readonly name: string; readonly away?: true; readonly weak?: true; readonly phone?: string; readonly id?: string; readonly language?: "zh" | "en"; readonly group?: string }
export interface House { readonly id: string; readonly people: readonly string[] }

/** Lays a house with its people, contact book and numbers into a village, as the roll's import would have left it. */
export const layHouse = async (stack: TestStack, village: string, no: string, people: readonly Who[], group = "1"): Promise<House> => {
  const id = stableId(`${village}|${no}`);
  const all = people.map((each) => ({ ...each, person: each.id ?? stableId(`${village}|${no}|${each.name}`) }));
  await stack.store(Household, {
    id, no, group, order: Number(no), hazards: [], emptyChecked: null, roll: "", gone: [], ended: null,
    people: all.map((each, i) => ({ person: each.person, name: each.name, bornIn: 1980, sleepsHere: !each.away, head: i === 0, vulnerable: each.weak ? ["bed-bound"] : [], roll: "" })),
  }, { village });
  const phones = all.flatMap((each, order) => (each.phone ? [{ person: each.person, phone: each.phone, order, language: each.language ?? "zh" as const, canRead: true, hearsBadly: false, stopped: false, dead: false, lastSuccess: null }] : []));
  if (phones.length) await stack.store(Contact, { household: id, entries: phones, checked: null, left: [] }, { village });
  for (const entry of phones) {
    const key = await hash(entry.phone);
    const before = (await stack.rows("R#", `PHONE#${key}`))[0];
    await stack.store(Phone, { hash: key, people: [...((before?.["people"] as Phone["people"] | undefined) ?? []), { person: entry.person, village, household: id }] }, {});
  }
  return { id, people: all.map((each) => each.person) };
};

export const alertFor = (id: string, facts: Partial<Alert> = {}): Alert => {
  const texts = (headline: string) => ({ headline, what: "去学校", sms: headline, speaker: `乡亲们：${headline}`, group: headline });
  return {
    id, state: "issued", status: "Test", kind: "order", hazard: "flood", colour: "red", ask: "leave", groups: null, mark: null,
    texts: { zh: texts("红色洪水预警"), en: texts("Red flood warning") }, place: null, source: null, issuedAt: ISSUED, expires: LATER, overAt: null, how: null, reason: null, clearWords: null,
    single: false, replaces: null, drafter: id, ...facts,
  };
};

/** Lays a warning over houses of a village: its copy, the roll and the links. @returns the code of each house's link, in order */
export const warn = async (stack: TestStack, village: string, alert: Alert, houses: readonly House[], roll: { readonly state?: RollState; readonly open?: boolean } = {}): Promise<string[]> => {
  await stack.store(Alert, alert, { village });
  return Promise.all(houses.map(async ({ id }) => {
    const row = (await stack.rows(`V#${village}`, `HH#${id}`))[0] as unknown as Household;
    const here = row.people.filter((each) => each.sleepsHere);
    await stack.store(Roll, {
      warning: alert.id, household: id, no: row.no, group: row.group, order: row.order, head: row.people[0]!.name, sleepers: here.length, vulnerable: here.flatMap((each) => each.vulnerable),
      hazard: alert.hazard, colour: alert.colour, ask: alert.ask, state: "not-reached", open: true, since: alert.issuedAt, startedAt: alert.issuedAt, moved: 0, seen: false, rank: 0, byHelper: false,
      by: null, channel: null, saidAt: null, taker: null, helpSince: null, helpLevel: 0, words: null, witness: null, conflict: null, dueAt: null, dueClock: null, ...roll,
    }, { village });
    const code = await linkCode(hash, alert.id, id);
    await stack.store(Link, { hash: await codeHash(hash, code), warning: alert.id, household: id, expires: LATER }, { village });
    return code;
  }));
};

let count = 0;
/** A phone writes a text; settles. @returns what was written back to it */
export const text = async (stack: TestStack, from: string, words: string, id = `in-${++count}`): Promise<string[]> => {
  const before = stack.phones.to(from).length;
  await post([{ queue: "alerts-answers", message: { kind: "carrier", name: "carrier/received", id, at: stack.now().toISOString(), data: { id, from, to: "12379", text: words } } }]);
  await stack.settle();
  return stack.phones.to(from).slice(before).map((each) => each.text);
};

/** The events a village's answers left, oldest first. */
export const said = async (stack: TestStack, village: string): Promise<Record<string, unknown>[]> =>
  (await stack.rows(`V#${village}`, "EVENT#")).filter((each) => each["name"] === "alerts/answers/answered").map((each) => each["data"] as Record<string, unknown>);
