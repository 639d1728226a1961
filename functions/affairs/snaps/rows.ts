import * as z from "zod";
import { SNAP_STATES } from "../../../shared/affairs/snaps/snap.ts";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRefs } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";
import { isOpenTo, titleOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
/** Who is told: a person, or a guest's phone. */
const Follower = z.object({ is: z.enum(["person", "device"]), who: z.string() });
export type Follower = z.infer<typeof Follower>;

/** Something broken, reported with a picture, words or a voice. The reporter is the first of its followers. */
export const Snap = row("SNAP", () => z.object({
  id: Id, state: z.enum(SNAP_STATES), history: z.array(Step), words: z.string(), place: z.string(), house: z.string(), spot: z.object({ lat: z.number(), lng: z.number() }).nullable(), media: MediaRefs,
  by: z.string(), villager: z.boolean(), name: z.string(), showName: z.boolean(), at: Instant,
  /** An office has looked at it. */
  seen: z.boolean(),
  followers: z.array(Follower), due: Instant, resent: z.number().int(), promised: Day.nullable(), department: z.string().nullable(), departmentHeld: z.boolean(), joinedTo: Id.nullable(), reason: z.string().nullable(),
  fixed: z.object({ words: z.string(), media: MediaRefs, at: Instant }).nullable(),
}), {
  id: (snap) => snap.id, person: (snap) => snap.by,
  carried: (snap) => ({ ...snap, ...(snap.villager ? {} : { by: "elsewhere" }), followers: snap.followers.filter(({ is }) => is === "person"), history: snap.history.map((step) => (!snap.villager && step.by === snap.by ? { ...step, by: "elsewhere" } : step)) }),
  find: (snap) => (isOpenTo(snap) ? { title: titleOf(snap), words: [snap.words, snap.place, snap.house].filter(Boolean).join(" "), where: `affairs/snaps/${snap.id}`, by: snap.by, audience: "public", at: snap.at } : null),
  said: (snap) => (isOpenTo(snap) ? { words: [snap.words, snap.place].filter(Boolean).join(" · "), media: snap.media, by: snap.by, audience: "public" } : null),
  shown: (snap) => (snap.villager ? { kind: "post", title: titleOf(snap), where: `affairs/snaps/${snap.id}`, by: snap.by, at: snap.at, audience: "public", talk: "villagers", gone: snap.state === "joined" } : null),
  erase: (snap, who) => {
    const own = snap.by === who.person || who.devices.includes(snap.by);
    return { ...snap, ...(own ? { name: NO_NAME, words: ERASED, media: [], by: "erased" } : {}), followers: snap.followers.filter((each) => each.who !== who.person && !who.devices.includes(each.who)) };
  },
});
export type Snap = z.infer<typeof Snap.schema>;
