import type { contract } from "../../../shared/circle/memory/contract.ts";
import { put, remove, type Caller, type MoveGiven } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Memory, PublicMemory } from "./rows.ts";

const MOST_PARTS = 50;
type ForMove<M extends keyof (typeof contract)["lifecycle"]["moves"]> = MoveGiven<typeof contract, Memory, (typeof contract)["lifecycle"]["moves"][M]>;
export const isMine = (memory: Pick<Memory, "person">, caller: Caller): boolean => caller.person !== null && memory.person === caller.person;

/** A neighbour says who or what it is, written or spoken; its giver reads so in the day's digest. */
export const describe = async ({ table, row, body, caller, now, newId, fail, moved }: ForMove<"describe">) => {
  if ((await hiddenAmong(table, "circle/memory", [row.id])).has(row.id)) return fail("not-found");
  if (row.parts.length >= MOST_PARTS) return fail("told-enough");
  const part = { id: newId(), person: caller.person!, name: caller.member!.name, words: body.words ?? "", media: body.voice ? [{ id: body.voice, kind: "voice" as const }] : [], at: now.toISOString() };
  return moved({
    to: row.state === "shown" ? "shown" : "described", row: { parts: [...row.parts, part] }, emits: { name: "described", data: { memory: row.id, part: part.id } },
    tells: isMine(row, caller) ? [] : [{ person: row.person, key: "described", values: { title: row.title }, where: `circle/memory/${row.id}`, how: "digest" }],
  });
};
/** Its giver alone decides who sees it, and may decide again. */
export const show = ({ row, body: { audience }, caller, fail, moved }: ForMove<"show">) => {
  if (!isMine(row, caller)) return fail("not-yours-to-give");
  if (audience === "public" && row.brought === "village" && row.media.length > 0) return fail("brought-for-village");
  const out = audience === "public" ? [put(PublicMemory, { memory: row.id }, "over")] : [remove(PublicMemory, row.id)];
  return moved({ row: { audience }, writes: out, emits: { name: "shown", data: { memory: row.id, audience } } });
};
export const consent = ({ row, body, moved }: ForMove<"consent">) => moved({ row: { consent: body.how }, emits: { name: "consented", data: { memory: row.id } } });
/** Taken back whole: words, pictures, voices, and what others said to it. */
export const withdraw = ({ row, caller, fail, moved }: ForMove<"withdraw">) =>
  isMine(row, caller) ? moved({ row: { words: "", media: [], parts: [], consent: null }, writes: [remove(PublicMemory, row.id)], emits: { name: "withdrawn", data: { memory: row.id } } }) : fail("not-yours-to-give");
