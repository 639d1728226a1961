import { createHash } from "node:crypto";
import * as z from "zod";
import { Id, Instant } from "../../shared/contract/ids.ts";
import { Member } from "./access-rows.ts";
import { SealIn } from "./event-rows.ts";
import type { Table } from "./table.ts";

/** What somebody drawn may say: yes; no, with a reason; or that another should be drawn. */
export const LOT_ANSWERS = ["agree", "against", "not-me"] as const;
export type LotAnswer = (typeof LOT_ANSWERS)[number];

/**
 * Villagers drawn by lot in the place of a second person nobody can be (ARCHITECTURE §3). Kept on the matter; `link` and `seed` stand in the
 * event, so that anybody can draw again and see the same names.
 */
export const Lot = z.object({
  /** The newest link of the village's chain when it was drawn, and the hash made of it and the matter. */
  link: z.number().int(), seed: z.string(), wanted: z.number().int(), until: Instant,
  drawn: z.array(z.object({ person: Id, answer: z.enum(LOT_ANSWERS).nullable(), at: Instant.nullable() })),
});
export type Lot = z.infer<typeof Lot>;

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
/** The seed of a matter's lot: nobody can choose the village's newest link, and everybody can look it up. */
export const lotSeed = (matter: string, linkHash: string): string => sha(`${matter}|${linkHash}`);

/** The order in which these people are drawn: each one's own hash with the seed, so that who joins or leaves moves nobody else. */
export const lotOrder = (people: readonly string[], seed: string): string[] =>
  [...new Set(people)].map((person) => [sha(`${seed}|${person}`), person] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);

const asked = (person: string) => ({ person, answer: null, at: null });
/** A lot among these people; null when there is nobody to draw. */
export const openLot = (pool: readonly string[], chain: { readonly link: number; readonly seed: string }, wanted: number, until: Date): Lot | null => {
  const drawn = lotOrder(pool, chain.seed).slice(0, wanted);
  return drawn.length === 0 ? null : { ...chain, wanted, until: until.toISOString(), drawn: drawn.map(asked) };
};

/** The lot after an answer; who would rather not is followed by the next of the order, each asked once. Null: not this person's to answer, or answered. */
export const afterAnswer = (lot: Lot, person: string, answer: LotAnswer, pool: readonly string[], now: Date): Lot | null => {
  if (!lot.drawn.some((each) => each.person === person && each.answer === null)) return null;
  const drawn = lot.drawn.map((each) => (each.person === person ? { ...each, answer, at: now.toISOString() } : each));
  const next = answer === "not-me" ? lotOrder(pool, lot.seed).find((each) => !drawn.some((one) => one.person === each)) : undefined;
  return { ...lot, drawn: next ? [...drawn, asked(next)] : drawn };
};

/**
 * How a lot stands: one "against" stops the matter; as many as wanted said yes; or it waits. "lack": nobody is left to ask, or the time is
 * over, and the matter passes by one, for lack of others, marked.
 */
export const lotStands = (lot: Lot, now: Date): "against" | "agreed" | "lack" | "waits" => {
  const said = (answer: LotAnswer): number => lot.drawn.filter((each) => each.answer === answer).length;
  if (said("against") > 0) return "against";
  if (said("agree") >= lot.wanted) return "agreed";
  return lot.until <= now.toISOString() || lot.drawn.every((each) => each.answer !== null) ? "lack" : "waits";
};
/** Who still has to answer. */
export const stillAsked = (lot: Lot | null): string[] => lot?.drawn.filter((each) => each.answer === null).map((each) => each.person) ?? [];

const GROWN = 18;
const PAGES = 60;
/** The verified adult members of a village, whom a lot is drawn from; whose year nobody wrote down is taken for grown. */
export const lotPool = async (table: Table, year: number, but: readonly string[]): Promise<string[]> => {
  const people: string[] = [];
  for (let cursor: string | undefined, page = 0; page < PAGES; page++) {
    const some = await table.list(Member, { limit: 100, ...(cursor ? { cursor } : {}) });
    people.push(...some.items.filter((each) => each.state === "verified" && (each.bornIn === null || year - each.bornIn >= GROWN) && !but.includes(each.person)).map((each) => each.person));
    if (!(cursor = some.next ?? undefined)) break;
  }
  return people;
};
/** The newest link of a village's chain, and the seed it gives a matter; before the first link the matter alone. */
export const lotChain = async (table: Table, matter: string): Promise<{ link: number; seed: string }> => {
  const newest = (await table.list(SealIn.village, { limit: 1 })).items[0];
  return { link: newest?.n ?? 0, seed: lotSeed(matter, newest?.hash ?? "") };
};
