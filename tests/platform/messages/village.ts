import { Household } from "../../../functions/affairs/households/rows.ts";
import { Contact } from "../../../functions/alerts/contacts/rows.ts";
import { clock } from "../../../functions/core/clock.ts";
import { stableId } from "../../../functions/core/stable-id.ts";
import { Tell } from "../../../functions/core/tell.ts";
import { Consent } from "../../../functions/platform/privacy/rows.ts";
import type { As, TestStack } from "../../core/stack.ts";

export const F = "platform/messages";
export const PHONE_A = "+8613800001111";
export interface Someone { readonly id: string; readonly as: As }

export const houseId = (village: string, no: number): string => stableId(`${village}|${no}`);
/** A house with these people in it; each number belongs to the person of the same place. */
export const house = async (stack: TestStack, village: string, no: number, people: readonly string[], numbers: readonly string[] = [], group = "1"): Promise<string> => {
  const id = houseId(village, no);
  await stack.store(Household, Household.schema.parse({ id, no: String(no), group, order: no, hazards: [], emptyChecked: null, people: people.map((person, i) => ({ person, name: `张${i}`, bornIn: 1980, sleepsHere: true, head: i === 0, vulnerable: [] })) }), { village });
  if (numbers.length > 0) await stack.store(Contact, Contact.schema.parse({ household: id, entries: numbers.map((phone, i) => ({ person: people[i] ?? people[0], phone, order: i, language: "zh" })) }), { village });
  return id;
};
/** What a change would tell, put there as core does. */
export const tell = async (stack: TestStack, village: string, to: Tell["to"], who: string, more: Partial<Tell> = {}): Promise<string> => {
  const at = stack.now().toISOString();
  const line: Tell = { id: clock().id(stack.now()), to, who, feature: "affairs/households", key: "accepted", text: { zh: "改好了", en: "It is done" }, where: "affairs/households", how: "own", at, by: "01JSENDER00000000000000000", look: at, readBy: [], ...more };
  await stack.store(Tell, line, { village });
  await stack.later(0);
  return line.id;
};
export const withdraw = (stack: TestStack, village: string, person: string, purpose: string): Promise<void> =>
  stack.store(Consent, { person, purpose, history: [{ given: false, at: stack.now().toISOString(), how: "web", by: person, office: null, proof: "" }] }, { village });
