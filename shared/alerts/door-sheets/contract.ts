import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { Entered, Looked, Printed } from "./events.ts";

const sweepers = [...office("secretary", "director", "committee", "grid-worker", "group-leader"), ...county("duty-officer", "director")];
export const SheetLine = z.object({ household: Id, no: z.string(), group: z.string(), head: z.string(), sleepers: z.number(), vulnerable: z.array(z.string()), buddies: z.array(z.string()).optional(), phone: z.string().nullable(), state: z.string() });
export const Sheet = z.object({ id: Id, number: z.string(), warning: Id, sweeper: z.string(), groups: z.array(z.string()), script: z.object({ zh: z.string(), en: z.string() }), headline: z.object({ zh: z.string(), en: z.string() }), printedAt: Instant, lines: z.array(SheetLine) });

export const contract = feature({
  functions: ["E19"],
  ifItFails: "Door sheets cannot be printed; use the last ones on paper and go from house to house.",
  prefix: ["SHEET", "ENTRY", "SHEETDAY"],
  routes: {
    print: post("/{warning}", { who: sweepers, body: z.strictObject({ sweeper: Name, groups: z.array(z.string().max(20)).max(30).default([]) }), returns: Sheet, about: "Houses still to be visited in walking order, vulnerable first, with phones and the script to shout. Houses accounted for are left out: paper gets lost." }),
    list: get("/{warning}", { who: sweepers, query: Page, returns: pageOf(z.object({ id: Id, number: z.string(), sweeper: z.string(), groups: z.array(z.string()), printedAt: Instant, printedBy: z.string(), entries: z.number() })) }),
    one: get("/{warning}/{id}", { who: sweepers, returns: Sheet, about: "The same houses with their states of now; phones only while the warning lasts, and each look is an event." }),
    enter: post("/{warning}/{id}/entries", { who: sweepers, body: z.strictObject({ by: Name, ticks: z.array(z.strictObject({ household: Id, is: z.enum(["moved", "safe", "stayed", "away", "empty", "refused", "needs-help"]), people: z.number().int().min(0).max(50).optional(), at: Instant, witness: Name.optional(), words: text(200).optional() })).min(1).max(40) }), returns: z.object({ entered: z.number() }), fails: { "not-on-this-sheet": 422, "at-wrong": 422, "witness-needed": 422 } }),
  },
  emits: { printed: Printed, looked: Looked, entered: Entered },
  on: ["alerts/door-sheets/printed", "alerts/door-sheets/looked"],
  reads: ["affairs/households", "alerts/contacts", "alerts/warnings", "alerts/roll-call", "alerts/answers", "alerts/vulnerable"],
});
