import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Added, Changed, Checked, Flagged, Removed } from "./events.ts";

export const PHONE_KINDS = ["emergency", "doctor", "police", "power", "water", "bus", "courier", "committee", "other"] as const;
export const FLAGS = ["no-answer", "wrong-person", "changed"] as const;

/** A number as somebody dials it: 110, 95598, 0745-262 1234, +86 138…; three to fifteen figures. */
export const DialNumber = z.string().trim().max(24).regex(/^\+?\d[\d ()-]*\d$/, { error: "phone-malformed" })
  .refine((value) => { const figures = value.replace(/\D/g, "").length; return figures >= 3 && figures <= 15; }, { error: "phone-malformed" });

const NewEntry = z.strictObject({ kind: z.enum(PHONE_KINDS), name: Name, number: DialNumber, note: text(80).optional() });
export const Entry = z.object({
  id: Id, kind: z.enum(PHONE_KINDS), name: z.string(), number: z.string(), note: z.string(), checkedAt: Instant,
  /** Nobody has called it to see for 90 days. */
  stale: z.boolean(),
  /** So many villagers say it is wrong since then. */
  flags: z.number().int(), version: z.number().int(),
});
const EDITORS = office("secretary", "director", "committee");

export const contract = feature({
  functions: ["C13"],
  ifItFails: "Useful numbers cannot be looked up or changed; the cards on the wall and phones that were here lately still have them.",
  prefix: ["PHONEBOOK", "PHONEFLAG"],
  place: { tab: "village", shelf: "people", order: 2, icon: "phone", door: true },
  routes: {
    list: get("/", { who: "anyone", query: Page, returns: pageOf(Entry), cache: "1 minute" }),
    add: post("/", { who: EDITORS, body: NewEntry, returns: Entry, fails: { "number-there": 409 } }),
    change: put("/{id}", { who: EDITORS, body: NewEntry, returns: Entry }),
    check: post("/{id}/check", { who: EDITORS, returns: Entry, about: "Somebody called it today, and it is right." }),
    remove: post("/{id}/remove", { who: EDITORS, returns: Done }),
    flag: post("/{id}/flag", { who: "villager", body: z.strictObject({ why: z.enum(FLAGS) }), returns: Entry, limit: "30 a day", fails: { "said-already": 409 }, about: "A villager found it wrong." }),
  },
  emits: { added: Added, changed: Changed, checked: Checked, removed: Removed, flagged: Flagged },
  byProxy: ["flag"], byKey: ["list"],
});
