import { contract } from "../../../shared/circle/listen/contract.ts";
import { LOCAL } from "../../../shared/circle/listen/listen.ts";
import { COLOURS, colourNames, HAZARDS, hazards, type Colour, type Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import { whoList } from "../../../shared/contract/who.ts";
import { noticesFor } from "../../affairs/notices/reads.ts";
import { alertOf, isRunning } from "../../alerts/warnings/reads.ts";
import { languagesOf } from "../../platform/languages/reads.ts";
import { holds, put, remove, type Caller, type Stored } from "../../core/implement.ts";
import type { For, ForMove } from "./given.ts";
import { Recording, Voiced } from "./rows.ts";

const LISTENERS = whoList(contract.lifecycle.moves.accept.who);

export const view = (row: Stored<Recording>, caller: Caller) =>
  ({ id: row.id, thing: row.thing, language: row.language, by: row.name, at: row.at, state: row.state, media: row.media, mine: row.person === caller.person, version: row.version, title: row.title, reason: row.reason, unheard: row.unheard });
/** Heard by all once accepted; before that by who spoke and who listens first. */
export const sees = (row: Recording, caller: Caller): boolean => row.person === caller.person || holds(caller, ...LISTENERS);

/** What a recording would be of, as people read it; null where there is no such thing, or it is not for this reader. */
const titleOf = async ({ table, caller, now, language }: For<"offer">, thing: string): Promise<string | null> => {
  const [kind, name = "", colour = ""] = thing.split(":");
  if (kind === "notice") return (await noticesFor(table, { household: caller.member!.household, group: caller.member!.group }, now)).find(({ notice }) => notice.id === name && notice.state === "published")?.notice.title ?? null;
  if (kind === "warning") { const alert = await alertOf(table, name); return alert && isRunning(alert, now) ? alert.texts[language].headline : null; }
  return (HAZARDS as readonly string[]).includes(name) && (COLOURS as readonly string[]).includes(colour) ? `${colourNames[colour as Colour][language]} ${hazards[name as Hazard].name[language]}` : null;
};
const voicedBy = (row: Recording): Voiced => ({ thing: row.thing, recording: row.id, language: row.language, person: row.person, name: row.name, media: row.media });
const heard = (row: Recording) => put(Voiced, voicedBy(row), "over");

/** A villager speaks a notice or a warning. Whoever speaks for the village is heard at once; others once somebody has listened. */
export const offer = async (given: For<"offer">) => {
  const { table, body, caller, facts, settings, now, newId, begin, change, fail } = given;
  if (body.language !== LOCAL && !(facts.languages as readonly string[]).includes(body.language) && !(await languagesOf(table)).some(({ code }) => code === body.language)) return fail("unknown-language", { field: "language" });
  const title = await titleOf(given, body.thing);
  if (title === null) return fail("nothing-to-say");
  const listens = holds(caller, ...LISTENERS);
  const value = { ...body, id: newId(), title, person: caller.person!, name: caller.member!.name, at: now.toISOString(), listenBy: listens ? null : new Date(now.getTime() + settings.listenWithin).toISOString(), unheard: false, reason: null };
  const write = begin(Recording, value);
  if (write.op !== "put") throw new Error("a new recording is put");
  const row = listens ? { ...(write.value as Recording), state: "accepted" as const } : (write.value as Recording);
  return change({ writes: [{ ...write, value: row }, ...(listens ? [heard(row)] : [])], emits: { name: listens ? "accepted" : "offered", data: { recording: row.id } }, answer: view({ ...row, version: 1 }, caller) });
};
export const voices = async ({ table, query, caller }: For<"voices">) => {
  const page = holds(caller, ...LISTENERS) ? await table.list(Recording, query) : await table.byPerson(Recording, caller.person!, query);
  return { items: page.items.map((row) => view(row, caller)), next: page.next };
};

export const accept = ({ row, moved }: ForMove<"accept">) => moved({ row: { listenBy: null }, writes: [heard(row)], emits: { name: "accepted", data: { recording: row.id } } });
export const decline = ({ row, body, moved }: ForMove<"decline">) => moved({ row: { listenBy: null, reason: body.reason }, emits: { name: "declined", data: { recording: row.id } } });
export const withdraw = ({ row, caller, fail, moved }: ForMove<"withdraw">) =>
  row.person !== caller.person && !holds(caller, ...LISTENERS) ? fail("not-your-voice") : moved({ row: { listenBy: null }, writes: [remove(Voiced, `${row.thing}#${row.id}`)], emits: { name: "withdrawn", data: { recording: row.id } } });
/** Where nobody holds an office that could listen first, it is heard all the same, and said so; else it goes on waiting for them. */
export const pass = ({ row, village, moved }: ForMove<"pass">) => {
  const somebody = LISTENERS.some((who) => (village.offices[who.slice("office:".length)] ?? []).some((person) => person !== row.person));
  return somebody ? moved({ to: "offered", row: { listenBy: null }, emits: { name: "offered", data: { recording: row.id } } })
    : moved({ to: "accepted", row: { listenBy: null, unheard: true }, writes: [heard(row)], emits: { name: "accepted", data: { recording: row.id } } });
};
