import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Instant } from "../../contract/ids.ts";
import { Done } from "../../contract/page.ts";
import { countyPosts, PROFILES } from "../../contract/profile.ts";
import { get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { county, office, township } from "../../contract/who.ts";
import { HandedOn } from "./events.ts";

const all = Object.values(PROFILES);
/** Every post of a village; and those above it, to which a village's matters may go. */
export const VILLAGE_POSTS = office(...new Set(all.flatMap((profile) => Object.keys(profile.village))));
const WIDER_POSTS = [...township(...new Set(all.flatMap((profile) => Object.keys(profile.township)))), ...county(...new Set(all.flatMap((profile) => Object.keys(countyPosts(profile)))))];
const POSTS = [...VILLAGE_POSTS, ...WIDER_POSTS];
/** More than seven lines are no list but a heap. */
export const MOST_LINES = 7;

const Names = z.record(z.string(), z.string());
const Holder = z.object({ name: z.string(), titles: Names.nullable() });
const Line = z.object({
  feature: z.string(), id: z.string(), version: z.number().int(),
  /** Where the matter is, read from a county; null at home. */
  village: z.object({ id: AreaCode, names: Names }).nullable(),
  text: Names, where: z.string(), since: Instant, due: Instant.nullable(), overdue: z.boolean(),
  /** What settles it: at once, with a reason, or on its own page. */
  steps: z.array(z.object({ move: z.string(), how: z.enum(["plain", "reason", "page"]), label: Names })),
  handed: Holder.extend({ word: z.string(), at: Instant }).nullable(),
  /** To whom it may be handed on: those who may settle it too. */
  to: z.array(Holder.extend({ to: z.string() })),
});
const Lines = z.object({ items: z.array(Line).max(MOST_LINES), all: z.number().int() });
const FAILS = { "moved-on": 409, "cannot-settle-it": 422 } as const;
const Handing = z.strictObject({ to: z.string().min(1).max(64), word: text(200) });
/** Whether a matter still waits; if not, who settled it and when. */
const Settled = z.object({ waits: z.boolean(), by: Holder.extend({ at: Instant }).nullable() });

export const contract = feature({
  functions: ["P19"],
  ifItFails: "Offices do not see on one list what waits for them; each matter's own page still works.",
  prefix: [],
  place: [{ tab: "me", shelf: "matters", order: 1, icon: "board", only: POSTS }, { tab: "county", shelf: "board", order: 2, icon: "board", only: WIDER_POSTS }],
  routes: {
    list: get("/", { who: POSTS, returns: Lines, about: "What waits for the posts the reader holds: at most seven, the oldest due first." }),
    hand: post("/cases/{section}/{name}/{id}/hand", { who: POSTS, body: Handing, returns: Done, fails: FAILS }),
    settled: get("/cases/{section}/{name}/{id}", { who: POSTS, returns: Settled }),
    county: get("/", { at: "area", who: "villager", returns: Lines, about: "What waits for a post of the county or of one of its townships." }),
    countySettled: get("/cases/{section}/{name}/{id}", { at: "area", who: "villager", returns: Settled }),
  },
  emits: { "handed-on": HandedOn },
});
