import { townshipOf } from "../../../shared/contract/region.ts";
import type { Telling } from "../../core/implement.ts";
import { close, open } from "./hold.ts";
import type { ForMove } from "./given.ts";
import { enoughNeighbours, officeWitnesses, refusesWitness, rightCode, worksWith } from "./rules.ts";
import { codeHash } from "./tell.ts";

const township = ({ countyRow, village, facts }: Pick<ForMove<"witness">, "countyRow" | "village" | "facts">): readonly string[] => countyRow?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? [];
type Opening = Pick<ForMove<"agree">, "row" | "table" | "now" | "words" | "facts" | "caller">;

/** Both sides hear of it; the elder's own phone is told at once by SMS anyway, so on the page it is one line of the day. */
const tellsOf = (row: ForMove<"agree">["row"], key: "active" | "waiting" | "ended"): Telling[] => {
  const where = `services/proxies/${row.id}`;
  return [{ person: row.proxy, key, where }, ...(row.elder === null ? [] : [{ person: row.elder, key: `${key}-elder`, where, how: "digest" as const }])];
};

/** The elder's word is there: what opens, with the proof of how it came. */
const opening = async (given: Opening, how: string, keep?: "both" | "new") => {
  const { row, now, caller } = given;
  const { to, writes } = await open(given, row, keep);
  const proof = { how, at: now.toISOString(), by: caller.key };
  const data = { consent: row.id, proxy: row.proxy, elder: row.elder! };
  const told = how === "own-page" || how === "card" ? "page" as const : row.told;
  return { row: { proof, told, code: null }, to, writes, emits: to === "active" ? { name: "active" as const, data: { ...data, how } } : { name: "waiting" as const, data }, tells: tellsOf(row, to === "active" ? "active" : "waiting") };
};

/** The six figures from the elder's phone; a wrong one is counted and the matter stays as it was. */
export const code = async (given: ForMove<"code">) => {
  const { row, caller, body, now, hash, moved, fail } = given;
  if (caller.person !== row.proxy && caller.person !== row.elder) return fail("not-found");
  if (row.way !== "sms") return fail("no-code");
  if (row.elder !== null && rightCode(row, await codeHash(hash, row.id, body.code), now)) return moved(await opening(given, "sms-code"));
  const kept = row.code ?? { hash: "", until: row.at, wrong: 0 };
  return moved({ row: { code: { ...kept, wrong: Math.min(kept.wrong + 1, 5) } }, to: "asked", emits: { name: "counted", data: { consent: row.id, what: "wrong-code" } } });
};

/** The elder says so on the own page, or with the household card; not with the card on the phone of the one who asks. */
export const agree = async (given: ForMove<"agree">) => {
  const { row, caller, body, moved, fail } = given;
  if (row.elder === null || caller.person !== row.elder || caller.actor !== null) return fail("own-word-only");
  if (caller.channel === "card" && caller.via === row.proxy) return fail("own-word-only");
  return moved(await opening(given, caller.channel === "card" ? "card" : "own-page", body.keep));
};

/** Somebody who is with the elder, or heard them: one officer, else two neighbours of two houses. */
export const witness = async (given: ForMove<"witness">) => {
  const { row, caller, body, village, now, moved, fail } = given;
  if (row.elder === null) return fail("nobody-of-that-name");
  const no = refusesWitness(row, caller, officeWitnesses(row, village.offices, township(given)).length);
  if (no) return fail(no);
  if (worksWith(caller, row.group)) return moved(await opening(given, body.how === "voice" ? "voice" : "witness", body.keep));
  const neighbours = [...row.neighbours, { person: caller.person!, household: caller.member?.household ?? null, at: now.toISOString() }];
  if (!enoughNeighbours(neighbours)) return moved({ row: { neighbours }, to: "asked", emits: { name: "counted", data: { consent: row.id, what: "neighbour" } } });
  const opened = await opening(given, "neighbours", body.keep);
  return moved({ ...opened, row: { ...opened.row, neighbours } });
};

export const refuse = async ({ row, caller, body, table, moved, fail }: ForMove<"refuse">) => {
  if (caller.actor !== null || (caller.person !== row.elder && !worksWith(caller, row.group)) || caller.person === row.proxy) return fail("own-word-only");
  return moved({ row: { reason: body.reason ?? null }, writes: await close(table, row), emits: { name: "ended", data: { consent: row.id, proxy: row.proxy, elder: row.elder, how: "refused" } }, tells: [{ person: row.proxy, key: "refused", where: `services/proxies/${row.id}` }] });
};

/** Either side ends it at any time; an office does when the elder asks it to. */
export const end = async ({ row, caller, body, table, moved, fail }: ForMove<"end">) => {
  if (caller.actor !== null || (caller.person !== row.proxy && caller.person !== row.elder && !worksWith(caller, row.group))) return fail("not-found");
  return moved({ row: { reason: body.reason ?? null }, writes: await close(table, row), emits: { name: "ended", data: { consent: row.id, proxy: row.proxy, elder: row.elder, how: "ended" } }, tells: tellsOf(row, "ended") });
};
export const lapse = async ({ row, table, moved }: ForMove<"lapse">) =>
  moved({ writes: await close(table, row), emits: { name: "ended", data: { consent: row.id, proxy: row.proxy, elder: row.elder, how: "lapsed" } }, ...(row.history.some((step) => step.to === "active") ? { tells: tellsOf(row, "ended") } : {}) });
