import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { del, get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Held, Liked, Released, Removed, Replied, Unliked } from "./events.ts";
import { Counts, NewReply, OwnReply, Talk } from "./reply.ts";

const KEEPERS = [...office("secretary", "director", "committee"), ...township("director")];
/** So many things of one list are counted at once. */
export const MOST_COUNTED = 20;
const LIKE_FAILS = { gone: 409, "only-villagers": 403 } as const;

const reply = lifecycle({
  start: "said",
  desk: { held: ["release", "remove"] },
  moves: {
    release: { from: "held", to: "said", who: KEEPERS },
    remove: { from: ["held", "said"], to: "removed", who: KEEPERS, body: z.strictObject({ reason: text(200) }) },
    "take-back": { from: ["held", "said"], to: "removed", who: "visitor" },
  },
  view: OwnReply,
});

export const contract = feature({
  functions: ["D02"],
  ifItFails: "Nobody can reply or like; what was said before stays with the thing it is about.",
  prefix: ["REPLY", "REPLYAT", "LIKE", "TALKED"],
  lifecycle: reply,
  routes: {
    talk: get("/things/{thing}", { who: "visitor", query: Page, returns: Talk, about: "What was said about a thing and how many like it, the oldest reply first." }),
    counts: get("/counts", {
      who: "visitor", query: z.strictObject({ things: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}(,[0-9A-HJKMNP-TV-Z]{26}){0,19}$/) }), returns: z.object({ items: z.array(Counts.extend({ thing: Id })) }),
      about: "Likes and replies of up to twenty things, for a list of them.",
    }),
    say: post("/things/{thing}", { who: "visitor", body: NewReply, returns: OwnReply, limit: "30 a hour", fails: { ...LIKE_FAILS, "visitors-write": 422 }, about: "Replies to a thing. A visitor's words are read at once, unless they hold a link or a number." }),
    like: post("/things/{thing}/like", { who: "visitor", returns: Counts, limit: "200 a hour", fails: LIKE_FAILS, about: "Likes it, once: again is the same." }),
    unlike: del("/things/{thing}/like", { who: "visitor", returns: Counts, limit: "200 a hour" }),
    held: get("/held", { who: KEEPERS, query: Page, returns: pageOf(OwnReply), about: "What waits for a look." }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(OwnReply), about: "What I said, and how it stands." }),
    one: get("/{id}", { who: "visitor", returns: OwnReply }),
  },
  reads: ["circle/guestbook", "circle/moderation"],
  emits: { replied: Replied, held: Held, released: Released, removed: Removed, liked: Liked, unliked: Unliked },
});
