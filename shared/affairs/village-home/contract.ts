import * as z from "zod";
import { PROFILES } from "../../contract/profile.ts";
import { feature } from "../../contract/feature.ts";
import { pageOf } from "../../contract/page.ts";
import { get, put } from "../../contract/routes.ts";
import { office } from "../../contract/who.ts";
import { Profiled } from "./events.ts";
import { MyHome, NewProfile, Profile, PublicHome, VillageName } from "./home.ts";

/** Every post a village can have: its holder sees a desk, on the roll or not. */
const POSTS = office(...new Set(Object.values(PROFILES).flatMap((profile) => Object.keys(profile.village))));
/** People look their village up by its name; without one they see the first of the region, and the next. */
const VillagePage = z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(1000).default(50), name: z.string().trim().min(1).max(40).optional() });

export const contract = feature({
  functions: ["B01"],
  ifItFails: "The village's first page does not open; warnings, notices and every other page still do.",
  prefix: ["HOME", "HOMEPROFILE", "HOMENAME"],
  place: { tab: "village", shelf: "together", order: 3, icon: "village", door: true },
  routes: {
    home: get("/", { who: "anyone", returns: PublicHome, cache: "10 seconds", about: "What matters now in a village, the same for everybody." }),
    mine: get("/mine", { who: ["villager", ...POSTS], returns: MyHome, about: "What concerns the reader: waiting questions, desk, house, and the warning for the own house." }),
    villages: get("/villages", { at: "region", who: "anyone", query: VillagePage, returns: pageOf(VillageName), cache: "1 minute", about: "The villages of the region, in the order of their codes; with `name` those whose name in any language contains it." }),
    shownProfile: get("/profile", { who: "anyone", returns: Profile, cache: "10 seconds" }),
    profile: put("/profile", { who: office("secretary", "committee"), body: NewProfile, returns: Profile, about: "What the village says of itself; send If-Match with the version seen." }),
  },
  emits: { profiled: Profiled },
  on: [
    "affairs/notices/published", "affairs/notices/withdrawn", "affairs/notices/expired",
    "circle/guestbook/left", "circle/guestbook/released", "circle/guestbook/answered", "circle/guestbook/removed", "circle/moderation/reported", "circle/moderation/hidden", "circle/moderation/decided", "circle/moderation/settled",
    "platform/villages/loosened", "platform/villages/opened", "affairs/households/merged", "affairs/households/changed",
  ],
  needs: ["phones"],
  reads: ["affairs/households", "affairs/notices", "alerts/roll-call", "alerts/vulnerable", "alerts/warnings", "circle/guestbook", "platform/desk", "platform/messages", "platform/villages", "services/care"],
});
