import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Day } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { county, office } from "../../contract/who.ts";
import { Kept } from "./events.ts";

const Names = z.record(z.string(), z.string());
/** People: null says "fewer than five", because fewer could be named. */
const Few = z.number().int().nullable();
/** How many people in a day: who did anything here, who asked, who answered; and guests' phones. */
const People = { people: Few, asking: Few, answering: Few, guests: Few };
/** What was done: told everybody, asked, answered, "I know". Published is public anyway. */
const Acts = { published: z.number().int(), asked: Few, answered: Few, known: Few };

/** A village in counts, for its offices and those of its county. */
export const Summary = z.object({
  village: AreaCode, names: Names, residents: z.number().int(),
  /** The first day counted and the last; null before the first night. */
  since: Day, day: Day.nullable(),
  /** On an average day of the last seven, and of the seven before. */
  week: z.object(People), before: z.object(People),
  /** In the last 28 days. */
  month: z.object(Acts),
  /** How much is published for one answer; null where there are too few to compare. */
  perAnswer: z.number().nullable(),
});

export const contract = feature({
  functions: ["P14"],
  ifItFails: "Yesterday is not counted and unused functions are not offered to be switched off; nothing else changes.",
  prefix: ["ALIVE", "ALIVEDAY", "ALIVECLOCK"],
  keeps: { ALIVEDAY: "400 days" },
  place: [
    { tab: "village", shelf: "books", order: 8, icon: "report", only: ["office:secretary"] },
    { tab: "county", shelf: "villages", order: 3, icon: "report", only: county("director", "supervisor", "duty-officer") },
    { tab: "operator", shelf: "villages", order: 3, icon: "report", only: ["operator"] },
  ],
  routes: {
    view: get("/", {
      who: ["office:secretary", "operator"],
      returns: Summary.extend({
        days: z.array(z.object({ day: Day, ...People, ...Acts })),
        /** Functions nobody used for 90 days, longest first. */
        unused: z.array(z.object({ feature: z.string(), label: Names, since: Day })),
        maySwitchOff: z.boolean(),
      }),
      about: "How the village uses it: counts of days, never of anybody.",
    }),
    keep: post("/keep", { who: office("secretary"), body: z.strictObject({ feature: z.string().regex(/^[a-z]+\/[a-z-]{1,40}$/) }), returns: Done, about: "A function stays though nobody uses it: not offered again for 90 days." }),
    county: get("/villages", { at: "area", who: [...county("director", "supervisor", "duty-officer"), "operator"], query: Page, returns: pageOf(Summary) }),
    counties: get("/counties", { at: "region", who: "operator", returns: z.object({ counties: z.array(AreaCode) }) }),
  },
  emits: { kept: Kept },
  on: ["platform/villages/opened", "platform/villages/roll-imported"],
  clocks: ["count"],
});
