import * as z from "zod";
import { STATES } from "../../../shared/circle/good-deeds/contract.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

/** What somebody did for others, as a neighbour tells it. */
export const Deed = row("DEED", () => z.object({
  id: Id, name: z.string(), person: Id.nullable(), household: Id.nullable(), minor: z.boolean(), words: z.string(), media: z.array(MediaRef), by: Id, byName: z.string(), at: Instant, month: z.string(), reason: z.string().nullable(),
  state: z.enum(STATES), history: z.array(Step),
}), {
  id: (deed) => deed.id,
  find: ({ state, id, name, words, by, at }) => (state === "shown" ? { title: name, words, where: `circle/good-deeds/${id}`, by, audience: "village", at } : null),
  said: ({ state, name, words, media, by }, part) => (state === "shown" && part === null ? { words: `${name} · ${words}`, media, by, audience: "village" } : null),
  // A child's name stands on the deed's own page alone.
  shown: ({ state, id, name, minor, by, at }) => (state !== "shown" ? null : {
    kind: "post", title: minor ? { zh: "好人好事：一个孩子", en: "A good deed: by a child" } : { zh: `好人好事：${name}`, en: `A good deed: ${name}` }, where: `circle/good-deeds/${id}`, by, at, audience: "village", talk: "villagers",
  }),
  erase: (deed, who) => ({
    ...deed, ...(deed.person === who.person || who.names.includes(deed.name) ? { name: NO_NAME, words: ERASED, media: [] } : { words: deed.by === who.person ? ERASED : scrub(deed.words, who), media: deed.by === who.person ? [] : deed.media }),
    byName: deed.by === who.person ? NO_NAME : deed.byName, reason: deed.reason && scrub(deed.reason, who),
  }),
});
export type Deed = z.infer<typeof Deed.schema>;

/** A month's deeds that are shown, in the order they were told. */
export const DeedOn = row("DEEDON", () => z.object({ month: z.string(), deed: Id }), { id: (on) => `${on.month}#${on.deed}` });
