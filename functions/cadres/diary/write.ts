import { Person, put } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Entry } from "./rows.ts";
import { dayIn, isLate, isToCome } from "./rules.ts";
import { ownView } from "./view.ts";

/** How the writer is called: as the roll says, else as their own row does. */
const nameOf = async ({ caller, region }: For<"write">): Promise<string> => caller.member?.name ?? (await region.get(Person, caller.person!))?.name ?? "";

/** An entry of one's own: read by all at once, or kept as a draft. */
export const write = async (given: For<"write">) => {
  const { body: { publish, ...said }, caller, facts, now, newId, fail, change } = given;
  const today = dayIn(facts.zone, now);
  if (isToCome(said.day, today)) return fail("day-to-come", { field: "day" });
  const at = now.toISOString();
  const step = { at, by: caller.key, channel: caller.channel, ...(caller.office ? { office: caller.office } : {}) };
  const state = publish ? "published" as const : "draft" as const;
  const entry: Entry = {
    ...said, id: newId(), state, history: [{ to: "draft", ...step }, ...(publish ? [{ to: state, ...step }] : [])], late: isLate(said.day, today), person: caller.person!, name: await nameOf(given),
    office: (caller.office ?? "").slice("office:".length), publishedAt: publish ? at : null, correctedAt: null, versions: [], reason: null,
  };
  return change({
    writes: [put(Entry, entry, "new")], answer: ownView({ ...entry, version: 1 }, caller),
    emits: publish ? { name: "published", data: { entry: entry.id, late: entry.late } } : { name: "drafted", data: { entry: entry.id } },
  });
};

/** A draft as its writer has it now. */
export const edit = async ({ table, params, body: { publish, ...said }, caller, facts, now, ifMatch, fail, change }: For<"edit">) => {
  const before = await table.get(Entry, params.id);
  if (!before || before.person !== caller.person || before.state === "dropped") return fail("not-found");
  if (before.state !== "draft") return fail("published-already");
  const today = dayIn(facts.zone, now);
  if (isToCome(said.day, today)) return fail("day-to-come", { field: "day" });
  const { version, ...row } = before;
  const at = now.toISOString();
  const late = isLate(said.day, today);
  const entry: Entry = { ...row, ...said, late, ...(publish ? { state: "published" as const, publishedAt: at, history: [...row.history, { to: "published", at, by: caller.key, channel: caller.channel, ...(caller.office ? { office: caller.office } : {}) }] } : {}) };
  return change({
    writes: [put(Entry, entry, ifMatch === null ? { version } : { version: ifMatch, fromClient: true })], answer: ownView({ ...entry, version: version + 1 }, caller),
    emits: publish ? { name: "published", data: { entry: entry.id, late } } : { name: "drafted", data: { entry: entry.id } },
  });
};
