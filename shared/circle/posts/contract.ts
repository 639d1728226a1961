import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Edited, Published, Removed } from "./events.ts";
import { EditedPost, NewPost, PostView } from "./post.ts";

const KEEPERS = [...office("secretary", "director", "committee"), ...township("director")];
const NOT_MINE = { "not-your-post": 403 } as const;

const life = lifecycle({
  start: "published",
  moves: {
    edit: { from: ["published", "edited"], to: "edited", who: "villager", body: EditedPost, fails: { ...NOT_MINE, "edited-often": 409 } },
    remove: { from: ["published", "edited"], to: "removed", who: KEEPERS, body: z.strictObject({ reason: text(200) }) },
    "take-back": { from: ["published", "edited"], to: "removed", who: "villager", fails: NOT_MINE },
  },
  view: PostView,
});

export const contract = feature({
  functions: ["D01"],
  ifItFails: "Villagers cannot post anything new; what was posted stays readable.",
  prefix: ["POSTED", "POSTOUT"],
  place: { tab: "village", shelf: "together", order: 3, icon: "camera", door: true },
  lifecycle: life,
  routes: {
    list: get("/", { who: "anyone", query: Page, returns: pageOf(PostView), cache: "5 seconds", about: "What guests may read, newest first." }),
    village: get("/village", { who: "villager", query: Page, returns: pageOf(PostView), about: "Everything the village reads, newest first." }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(PostView) }),
    write: post("/", { who: "villager", body: NewPost, returns: PostView, limit: "20 a day" }),
    one: get("/{id}", { who: "visitor", returns: PostView }),
  },
  reads: ["circle/moderation"],
  emits: { published: Published, edited: Edited, removed: Removed },
});
