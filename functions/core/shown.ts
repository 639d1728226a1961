import * as z from "zod";
import { Id, Instant } from "../../shared/contract/ids.ts";
import { OFFERS, SHOWN_KINDS } from "../../shared/contract/shown.ts";
import * as generated from "../routing.ts";
import { ERASED, put, remove, row, type Erasing, type Write } from "./rows.ts";
import type { Table } from "./table.ts";

const Texts = z.object({ zh: z.string(), en: z.string() });
const Title = z.union([z.string(), Texts]);
/**
 * What the village shows of a row, beside it, in the same transaction: the home reads the newest, replies and likes hang on it, and a kind of
 * row that `shown` names needs nobody else to know it. The id is the thing's own, a ULID: newest last.
 */
export const Shown = row("SHOW", () => z.object({
  thing: Id, feature: z.string(), kind: z.enum(SHOWN_KINDS), title: Title, where: z.string(), by: z.string(), at: Instant, until: Instant.nullable(),
  audience: z.enum(["public", "village"]),
  /** Who may reply to it. */
  talk: z.enum(["all", "villagers", "none"]),
  /** Taken away: what is said about it now is refused, what was said stays with it. */
  gone: z.boolean(),
}), { id: (shown) => shown.thing, erase: (shown, who) => scrubbed(shown, who), carried: (shown) => ({ ...shown, by: "" }) });
export type Shown = z.infer<typeof Shown.schema>;

/** A small offer on the village's one board, as long as it stands (FUNCTIONS, "one mixed board"). Newest last. */
export const Offer = row("OFFER", () => z.object({
  thing: Id, kind: z.enum(OFFERS), feature: z.string(), title: Title, where: z.string(), by: z.string(), at: Instant, until: Instant.nullable(), audience: z.enum(["public", "village"]),
  /** What it costs or how many are wanted: one short line. */
  note: Texts.nullable(),
}), { id: (offer) => offer.thing, expires: (offer) => offer.until, erase: (offer, who) => scrubbed(offer, who), carried: (offer) => ({ ...offer, by: "" }) });
export type Offer = z.infer<typeof Offer.schema>;

/** Whose own thing it was loses its words here as it does there; a thing that only names somebody is written anew when its own row is. */
const scrubbed = <T extends { readonly by: string; readonly title: z.infer<typeof Title> }>(value: T, who: Erasing): T =>
  value.by === who.person || who.devices.includes(value.by) ? { ...value, by: "", title: ERASED } : value;

/** The writes of a change, with what the village shows of its rows put or taken away beside them. */
export const withShown = (writes: readonly Write[]): readonly Write[] => {
  const more = writes.flatMap((write): Write[] => {
    const { kind } = write;
    if (!kind.shown || kind.at !== "village" || (write.op !== "put" && write.op !== "remove")) return [];
    const thing = write.op === "put" ? kind.id(write.value) : write.id;
    const showing = write.op === "put" ? kind.shown(write.value) : null;
    const before = !(write.op === "put" && write.when === "new");
    if (!showing) return before ? [remove(Shown, thing), remove(Offer, thing)] : [];
    const { kind: as, title, where, by, at, until = null, audience, talk = "none", gone = false, offer } = showing;
    const feature = generated.owners[kind.prefix] ?? "";
    return [
      put(Shown, { thing, feature, kind: as, title: gone ? "" : title, where, by, at, until, audience, talk, gone }, "over"),
      ...(offer && !gone ? [put(Offer, { thing, kind: offer.kind, feature, title, where, by, at, until, audience, note: offer.note ?? null }, "over")] : before ? [remove(Offer, thing)] : []),
    ];
  });
  return more.length === 0 ? writes : [...writes, ...more];
};

/**
 * The newest things a reader may see that still stand, newest first: one read, whatever features there are.
 * @param sees "public" for whoever comes by, "village" for a verified villager
 */
export const latestShown = async (table: Table, { sees, off, now, most }: { readonly sees: "public" | "village"; readonly off: readonly string[]; readonly now: Date; readonly most: number }): Promise<Shown[]> =>
  (await table.list(Shown, { limit: LOOKED_AT })).items
    .filter((each) => !each.gone && (sees === "village" || each.audience === "public") && !off.includes(each.feature) && (each.until === null || each.until > now.toISOString())).slice(0, most);
/** So many of the newest are looked at: enough for a few that may be read, and never more as the village grows older. */
const LOOKED_AT = 40;
