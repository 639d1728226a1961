import type { Stored, Write } from "../../core/implement.ts";
import { put } from "../../core/implement.ts";
import { Roll } from "./rows.ts";

/** What the event says of one household's move. */
export const moveOf = (before: Roll, after: Roll) => ({
  household: after.household, was: before.state, is: after.state, wasOpen: before.open, open: after.open, vulnerable: after.vulnerable.length > 0, firstWord: before.saidAt === null && after.saidAt !== null,
});
/** Saves the new line over the version read. */
export const saved = (before: Stored<Roll>, after: Roll): Write => {
  const { version: _version, ...value } = after as Stored<Roll>;
  return put(Roll, value, { version: before.version });
};
