import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { spoken } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { choice, duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Answered, Held, Left, Released, Removed } from "./events.ts";
import { GreetingView, NewGreeting, OwnGreeting } from "./greeting.ts";

const KEEPERS = office("secretary", "director", "committee");

const greeting = lifecycle({
  start: "left",
  desk: { held: ["release", "remove"] },
  moves: {
    release: { from: "held", to: "shown", who: KEEPERS },
    remove: { from: ["held", "shown", "answered"], to: "removed", who: KEEPERS, body: z.strictObject({ reason: text(200) }) },
    answer: { from: ["shown", "answered"], to: "answered", who: "villager", body: spoken(500), limit: "60 a hour", fails: { "no-links": 422, "enough-answers": 409 } },
  },
  view: OwnGreeting,
});

export const contract = feature({
  functions: ["D04"],
  ifItFails: "Guests cannot say hello and villagers cannot answer them; what was said stays readable.",
  prefix: ["GUEST", "GUESTWAIT"],
  place: { tab: "village", shelf: "together", order: 2, icon: "talk", door: true },
  lifecycle: greeting,
  routes: {
    leave: post("/", { who: "visitor", body: NewGreeting, returns: OwnGreeting, limit: "3 a hour", about: "Say hello without an account: read by everybody at once, unless it holds a link or a number." }),
    wall: get("/", { who: "anyone", query: Page, returns: pageOf(GreetingView), cache: "5 seconds" }),
    mine: get("/mine", { who: "visitor", query: Page, returns: pageOf(OwnGreeting), about: "What this phone has left here, held ones too." }),
    held: get("/held", { who: KEEPERS, query: Page, returns: pageOf(OwnGreeting), about: "What waits for a look." }),
    one: get("/{id}", { who: "anyone", returns: GreetingView, cache: "5 seconds" }),
  },
  reads: ["circle/moderation"],
  emits: { left: Left, held: Held, released: Released, answered: Answered, removed: Removed },
  settings: {
    /** Visitors' words: shown at once as text (links and numbers wait for a look all the same), or only after a look. */
    visitorsWords: choice(["at once", "after a look"], "at once", { looser: (from, to) => from === "after a look" && to === "at once" }),
    /** A guest unanswered for longer is said on the village's home. */
    answerWithin: duration("24 hours", { small: "72 hours" }),
  },
});
