import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Instant } from "../../contract/ids.ts";
import { get, post } from "../../contract/routes.ts";

/** Something that was found: what it is called, where it is said, and the page that shows it, below the village. */
const Hit = z.object({ feature: z.string(), title: z.union([z.string(), z.record(z.string(), z.string())]), words: z.string(), where: z.string(), at: Instant });
/** As much as one question may read, and as many lines as one answer shows. */
export const MOST_HITS = 30;
export const MOST_PLACES = 8;

const Question = z.strictObject({
  /** Characters, pinyin, first letters, with something wrong in them. Empty: suggestions. */
  sought: z.string().trim().max(60).default(""),
  cursor: z.string().max(1200).optional(),
});

export const contract = feature({
  functions: ["P16"],
  ifItFails: "What was published cannot be searched; functions are still found by their names, and everything stands where it stood.",
  prefix: ["FIND"],
  routes: {
    find: post("/", {
      who: "visitor", body: Question, safe: true, limit: "150 in 10 minutes",
      returns: z.object({
        items: z.array(Hit),
        /** More in what was read fits than is shown: another word narrows it. */
        narrow: z.boolean(),
        /** Where the next question reads on; null when everything was read. */
        next: z.string().nullable(),
        /** Functions that fit by sound or with a sign wrong, best first. The phone knows how they are called and to whom they are shown. */
        places: z.array(z.string()),
      }),
      about: "What the asker may see of what the village published, best first. A POST, so that what people look for stands in no address and in no store.",
    }),
    recent: get("/recent", { who: "anyone", cache: "1 minute", returns: z.object({ items: z.array(Hit) }), about: "The newest public things: suggestions, and what a phone without a network can search." }),
  },
  reads: ["circle/moderation"],
});
