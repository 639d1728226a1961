import type { ConsentPurpose, MessagePurpose } from "../../../shared/platform/privacy/consent.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import type { Table } from "../../core/implement.ts";
import { holdsNow, needsConsent } from "./rules.ts";
import { Consent } from "./rows.ts";

/** Whom a message is for: one person, or whoever of a household. */
export type Recipient = { readonly person: string } | { readonly household: string };

const idOf = (person: string, purpose: string): string => `${person}#${purpose}`;

/** Those of up to 100 people who may be sent messages of this purpose now: asked just before sending, so that a withdrawal stops them at once. */
export const whoMayBeMessaged = async (table: Table, people: readonly string[], purpose: MessagePurpose): Promise<Set<string>> => {
  if (!needsConsent(purpose)) return new Set(people);
  const rows = people.length > 0 ? await table.many(Consent, people.map((person) => idOf(person, purpose))) : [];
  return new Set(people.filter((_, i) => holdsNow(purpose, rows[i]?.history ?? [])));
};

/**
 * Whether a message of this purpose may go to a person, or to at least one of a household, now. Warnings and codes always may.
 * @param table the village's
 * @example if (!(await mayMessage(table, { person }, "digest"))) return null
 */
export const mayMessage = async (table: Table, to: Recipient, purpose: MessagePurpose): Promise<boolean> => {
  if (!needsConsent(purpose)) return true;
  const people = "person" in to ? [to.person] : (await householdOf(table, to.household))?.people.map((each) => each.person).slice(0, 100) ?? [];
  return (await whoMayBeMessaged(table, people, purpose)).size > 0;
};

/** Whether somebody agreed to this, or has not said no to what needs no yes. */
export const agrees = async (table: Table, person: string, purpose: ConsentPurpose): Promise<boolean> =>
  holdsNow(purpose, (await table.get(Consent, idOf(person, purpose)))?.history ?? []);
