import { peopleBehind } from "../../alerts/contacts/reads.ts";
import { Person, put, type Table, type Write } from "../../core/implement.ts";
import { OfficerPhone, Parted } from "./rows.ts";

export interface Behind { readonly person: string; readonly village: string | null }

/** Everybody who may sign in with this number, each once: from the villages' rolls, and office holders on no roll. */
export const peopleAt = async (region: Table, hash: string): Promise<Behind[]> => {
  const [roll, officers, parted] = await Promise.all([peopleBehind(region, hash), region.get(OfficerPhone, hash), region.get(Parted, hash)]);
  const found = new Map<string, Behind>(roll.map(({ person, village }) => [person, { person, village }]));
  for (const person of officers?.people ?? []) if (!found.has(person)) found.set(person, { person, village: null });
  for (const person of parted?.people ?? []) found.delete(person);
  return [...found.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
};

/** The person behind the number who bears this name; null when nobody does. */
export const personNamed = async (region: Table, hash: string, name: string): Promise<string | null> => {
  const people = await region.many(Person, (await peopleAt(region, hash)).map((each) => each.person));
  return people.find((each) => each?.name === name)?.id ?? null;
};

/**
 * The rows that let a holder of a post sign in: the person, and the number if no roll has it. Nothing already there is lost.
 * @param hash the keyed hash of the E.164 number
 */
export const officerWrites = async (region: Table, hash: string, officer: { id: string; name: string; village: string | null }): Promise<Write[]> => {
  const [person, phone] = await Promise.all([region.get(Person, officer.id), region.get(OfficerPhone, hash)]);
  return [
    ...(person ? [] : [put(Person, { id: officer.id, name: officer.name, language: "zh" as const, village: officer.village, devices: {} }, "new")]),
    ...(phone?.people.includes(officer.id) ? []
      : [put(OfficerPhone, { hash, people: [...(phone?.people ?? []), officer.id] }, phone ? { version: phone.version } : "new")]),
  ];
};
