import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Agreed, Declined, Held, Named, Refused } from "./events.ts";

const KEEPERS = office("secretary", "director", "committee");
export const STATES = ["shown", "held", "declined", "refused"] as const;

const NewDeed = z.strictObject({
  name: Name,
  /** The number of their house: with it the right one of two of that name is told, and may decline. */
  house: text(20).optional(),
  child: z.boolean().default(false), words: text(1000).optional(), media: MediaRefs,
}).refine(saysSomething, { path: ["words"], error: "required" });

export const DeedView = z.object({
  id: Id, name: z.string(), words: z.string(), media: MediaRefs, by: z.string(), at: Instant, state: z.enum(STATES), reason: z.string().nullable(),
  /** Written by this reader; about this reader or a child of their house. */
  mine: z.boolean(), aboutMe: z.boolean(), version: z.number().int(),
});
const Month = z.strictObject({ ...Page.shape, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

const deed = lifecycle({
  start: "shown",
  desk: { held: ["agree", "refuse"], shown: [] },
  moves: {
    agree: { from: "held", to: "shown", who: ["villager", ...KEEPERS], fails: { "not-yours": 403 } },
    decline: { from: ["held", "shown"], to: "declined", who: "villager", fails: { "not-yours": 403 } },
    refuse: { from: "held", to: "refused", who: KEEPERS, body: z.strictObject({ reason: text(200) }) },
  },
  view: DeedView,
});

export const contract = feature({
  functions: ["D06"],
  ifItFails: "Nobody can be named for a good deed; those already named can still be read.",
  prefix: ["DEED", "DEEDON"],
  place: { tab: "village", shelf: "people", order: 6, icon: "heart" },
  lifecycle: deed,
  routes: {
    nominate: post("/", { who: "villager", body: NewDeed, returns: DeedView, limit: "5 a day", fails: { "own-deed": 422 } }),
    list: get("/", { who: ["villager", ...KEEPERS], query: Page, returns: pageOf(DeedView), about: "The newest, with those that wait for this reader's word." }),
    month: get("/month", { who: ["villager", ...KEEPERS], query: Month, returns: pageOf(DeedView), about: "Everybody thanked in one month, in the order it was told: nobody is counted or ranked." }),
    one: get("/{id}", { who: ["villager", ...KEEPERS], returns: DeedView }),
  },
  emits: { named: Named, held: Held, agreed: Agreed, declined: Declined, refused: Refused },
  reads: ["affairs/households", "circle/moderation"],
});
