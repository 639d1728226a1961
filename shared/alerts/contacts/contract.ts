import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { office } from "../../contract/who.ts";
import { Checked, Edited, Stopped } from "./events.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");

/** A line of a contact book as it is written; its place in the list is its turn. A masked number (138****8000) keeps the one that is there. */
export const NewEntry = z.strictObject({
  person: Id,
  phone: z.string().trim().min(3).max(40),
  language: z.enum(LANGUAGES).default("zh"),
  canRead: z.boolean().default(true),
  hearsBadly: z.boolean().default(false),
});
const NewBook = z.strictObject({ entries: z.array(NewEntry).max(12) });

const Entry = z.object({
  person: Id, name: z.string(), phone: z.string(), order: z.number().int(), language: z.enum(LANGUAGES), canRead: z.boolean(), hearsBadly: z.boolean(),
  /** Mortal danger only. */
  stopped: z.boolean(),
  /** Messages do not arrive. */
  dead: z.boolean(),
  /** More than ten households gave this number: somebody looks at it. */
  lookedAt: z.boolean(),
  lastSuccess: Instant.nullable(),
});
const Book = z.object({ household: Id, entries: z.array(Entry), checked: Instant.nullable(), checkDue: z.boolean(), version: z.number().int() });
const Visit = z.object({ household: Id, no: z.string(), group: z.string(), numbers: z.array(z.object({ name: z.string(), phone: z.string() })), reached: z.boolean() });
const Check = z.object({ household: Id, no: z.string(), group: z.string(), checked: Instant.nullable(), phones: z.number().int() });

export const contract = feature({
  functions: ["E12"],
  ifItFails: "Phone numbers cannot be looked up or changed; warnings use those already planned.",
  prefix: ["CONTACT", "PHONE"],
  place: { tab: "me", shelf: "house", order: 2, icon: "phone" },
  routes: {
    mine: get("/mine", { who: "household", returns: Book, about: "Our numbers, in the order they are tried." }),
    edit: put("/mine", { who: "household", body: NewBook, returns: Book, limit: "30 a day" }),
    confirm: post("/mine/checked", { who: "household", returns: Book, about: "Once a year: the numbers are still right." }),
    stop: post("/mine/stop", { who: "household", body: z.strictObject({ phone: z.string().trim().min(3).max(40), stopped: z.boolean() }), returns: z.object({ stopped: z.boolean(), said: z.string() }), fails: { "not-your-number": 404 }, about: "STOP keeps mortal danger only." }),
    dead: get("/dead", { who: CADRES, query: Page, returns: pageOf(Visit), about: "Numbers where nothing arrives: somebody goes there." }),
    checks: get("/checks", { who: CADRES, query: Page, returns: pageOf(Check), about: "Books nobody confirmed within a year." }),
    forHousehold: get("/{household}", { who: CADRES, returns: Book, about: "A household's book with its numbers masked." }),
    editFor: put("/{household}", { who: CADRES, body: NewBook, returns: Book }),
  },
  emits: { edited: Edited, checked: Checked, stopped: Stopped },
  on: ["platform/villages/roll-imported", "affairs/households/changed"],
  settings: { checkEvery: duration("365 days") },
  needs: ["phones"],
  byProxy: ["mine", "edit", "confirm"],
  reads: ["affairs/households", "platform/villages"],
});
