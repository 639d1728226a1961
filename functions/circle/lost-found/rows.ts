import * as z from "zod";
import { AGES, KINDS, STATES } from "../../../shared/circle/lost-found/lost.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { isUp, titleOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Sighting = z.object({ id: Id, person: Id, name: z.string(), place: z.string(), words: z.string(), media: z.array(MediaRef), at: Instant });

/** Somebody or something that is missing, with where it was seen. */
export const Lost = row("LOST", () => z.object({
  id: Id, kind: z.enum(KINDS), age: z.enum(AGES).nullable(), what: z.string(), words: z.string(), media: z.array(MediaRef), lastPlace: z.string(), lastAt: Instant.nullable(), groups: z.array(z.string()),
  by: Id, name: z.string(), at: Instant, sightings: z.array(Sighting), reason: z.string().nullable(),
  confirmed: z.object({ office: z.string(), at: Instant }).nullable(),
  /** How far the call has gone, and when the next are called. */
  level: z.number().int(), callAt: Instant.nullable(),
  state: z.enum(STATES), history: z.array(Step),
}), {
  id: (lost) => lost.id,
  find: (lost) => (!isUp(lost) ? null : { title: titleOf(lost), words: [lost.what, lost.words, lost.lastPlace].join(" "), where: `circle/lost-found/${lost.id}`, by: lost.by, audience: "village", at: lost.at }),
  said: (lost, part) => {
    if (!isUp(lost)) return null;
    if (part === null) return { words: [lost.what, lost.words, lost.lastPlace].filter(Boolean).join(" · "), media: lost.media, by: lost.by, audience: "village" };
    const sighting = lost.sightings.find((each) => each.id === part);
    return sighting ? { words: [sighting.place, sighting.words].filter(Boolean).join(" · "), media: sighting.media, by: sighting.person, audience: "village" } : null;
  },
  shown: (lost) => (!isUp(lost) ? null : {
    kind: "post", title: titleOf(lost), where: `circle/lost-found/${lost.id}`, by: lost.by, at: lost.at, audience: "village",
    // What is said about a missing grown person goes to cadres and the police, not under the post.
    talk: lost.kind === "person" ? "none" : "villagers", ...(lost.kind === "person" ? {} : { offer: { kind: "lost" as const } }),
  }),
  erase: (lost, who) => ({
    ...lost, words: lost.by === who.person ? ERASED : scrub(lost.words, who), what: who.names.includes(lost.what) ? NO_NAME : scrub(lost.what, who),
    name: lost.by === who.person ? NO_NAME : lost.name, media: lost.by === who.person || who.names.includes(lost.what) ? [] : lost.media, reason: lost.reason && scrub(lost.reason, who),
    sightings: lost.sightings.map((each) => (each.person === who.person ? { ...each, name: NO_NAME, words: ERASED, media: [] } : { ...each, words: scrub(each.words, who) })),
  }),
});
export type Lost = z.infer<typeof Lost.schema>;
