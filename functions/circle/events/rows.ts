import * as z from "zod";
import { AUDIENCES, STATES } from "../../../shared/circle/events/happening.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

export const Happening = row("HAPPEN", () => z.object({
  id: Id, title: z.string(), words: z.string(), media: z.array(MediaRef), place: z.string(), startsAt: Instant, endsAt: Instant, room: z.number().int().nullable(), audience: z.enum(AUDIENCES),
  by: Id, name: z.string(), at: Instant, code: z.string(), reason: z.string().nullable(), told: z.string(), replay: z.string().nullable(),
  /** In the order they came; `person` null where somebody else spoke for them. */
  guests: z.array(z.object({ id: Id, name: z.string(), person: Id.nullable(), by: Id, came: z.boolean() })),
  needs: z.array(z.object({ id: Id, what: z.string(), by: Id.nullable(), name: z.string().nullable() })),
  /** Pictures of how it was. */
  photos: z.array(z.object({ by: Id, media: z.array(MediaRef) })),
  state: z.enum(STATES), history: z.array(Step),
}), {
  id: (each) => each.id, carried: (each) => ({ ...each, code: "" }),
  find: ({ state, audience, id, title, words, place, by, at }) => (state === "cancelled" || audience === "branch" ? null : { title, words: `${words} ${place}`, where: `circle/events/${id}`, by, audience: "village", at }),
  said: ({ audience, title, words, place, told, media, by }, part) => (part === null && audience === "village" ? { words: [title, words, place, told].filter(Boolean).join(" · "), media, by, audience: "village" } : null),
  shown: ({ audience, state, id, title, by, at, endsAt, room }) => (audience === "branch" || state === "cancelled" ? null : {
    kind: "event", title, where: `circle/events/${id}`, by, at, until: state === "told" ? null : endsAt, audience: "village", talk: "villagers",
    ...(state === "called" ? { offer: { kind: "event" as const, ...(room === null ? {} : { note: { zh: `${room}个位子`, en: `room for ${room}` } }) } } : {}),
  }),
  // A branch's sheet is its members' alone: it does not hang on the wall.
  sheet: ({ audience, id, title, words, place, startsAt, endsAt, at, state }) => (audience === "branch" ? null : { title, words: [title, words, place, startsAt, endsAt], since: at, stands: state === "cancelled" ? "withdrawn" : state === "called" ? "stands" : "over", sees: ({ member }) => member !== null, where: `circle/events/${id}` }),
  erase: (each, who) => ({
    ...each, ...(each.by === who.person ? { name: NO_NAME, words: each.words && ERASED, told: each.told && ERASED, media: [] } : { words: scrub(each.words, who), told: scrub(each.told, who) }), title: scrub(each.title, who), reason: each.reason && scrub(each.reason, who),
    guests: each.guests.map((guest) => (guest.person === who.person || who.names.includes(guest.name) ? { ...guest, name: NO_NAME } : guest)),
    needs: each.needs.map((need) => (need.by === who.person ? { ...need, name: NO_NAME } : need)), photos: each.photos.filter((photo) => photo.by !== who.person),
  }),
});
export type Happening = z.infer<typeof Happening.schema>;

/** Where it stands in the calendar while it is still to come or going on. */
export const On = row("HAPPENON", () => z.object({ startsAt: Instant, endsAt: Instant, happening: Id }), { id: (on) => `${on.startsAt}#${on.happening}`, expires: (on) => on.endsAt });

/** Whom the branch's activities are for. */
export const Branch = row("BRANCH", () => z.object({ members: z.array(Id) }), { id: () => "", erase: (branch, who) => ({ members: branch.members.filter((each) => each !== who.person) }) });
