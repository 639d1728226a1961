import type { RollImported } from "../../../shared/platform/villages/events.ts";
import { type Change, Person, put, type Heard, type HeardGiven } from "../../core/implement.ts";
import type { contract } from "../../../shared/platform/sign-in/contract.ts";
import { linesOf } from "../villages/reads.ts";
import type * as z from "zod";

const PAGE = 90;

/** People of an imported roll who have a phone can sign in from now on; those already known keep what they chose. */
export const peopleFromRoll = async (given: HeardGiven<typeof contract>, event: Heard<z.output<(typeof RollImported)["data"]>>): Promise<Change | null> => {
  const { lines, next } = await linesOf(given.table, event.data, given.from, PAGE);
  const phoned = [...new Map(lines.filter((line) => line.phone !== null).map((line) => [line.person, line])).values()];
  const known = await given.region.many(Person, phoned.map((line) => line.person));
  const writes = phoned.flatMap((line, i) => {
    const person = known[i];
    if (!person) return [put(Person, { id: line.person, name: line.name, language: line.language, village: event.place.id, devices: {} }, "new")];
    return person.name && person.village ? [] : [put(Person, { ...person, name: person.name ?? line.name, village: person.village ?? event.place.id }, { version: person.version })];
  });
  return given.change({ writes, ...(next === null ? {} : { next }) });
};
