import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Instant } from "../../contract/ids.ts";
import { get } from "../../contract/routes.ts";

/** Where people ask and wait. */
export const SOURCES = ["letters", "questions", "reports"] as const;

/** Whole minutes; null where there is nothing to say it of: no cases is never 0 minutes. */
const Span = z.object({ cases: z.number().int(), median: z.number().int(), p90: z.number().int() }).nullable();
const Figures = z.object({
  /** How many asked; to the first answer; to the end. */
  asked: z.number().int(), first: Span, closed: Span,
  /** Not answered yet, and since when the oldest waits. */
  open: z.number().int(), oldestOpen: Instant.nullable(),
});
export const Ledger = z.object({
  sources: z.array(Figures.extend({
    source: z.enum(SOURCES), categories: z.array(Figures.extend({ category: z.string() })),
    /** By post; null where there are fewer than five cases, which could tell of one person. */
    posts: z.array(z.object({ post: z.string(), titles: z.record(z.string(), z.string()), figures: Figures.nullable() })),
  })),
});

export const contract = feature({
  functions: ["A04"],
  ifItFails: "Waiting times are not counted on; letters and questions are asked and answered as before.",
  prefix: "WAITED",
  place: { tab: "village", shelf: "books", order: 5, icon: "wait" },
  routes: { ledger: get("/", { who: "anyone", returns: Ledger, cache: "1 minute", about: "How long people wait for a first answer and for the end, computed from what happened." }) },
  on: [
    "cadres/letters/sent", "cadres/letters/assigned", "cadres/letters/escalated", "cadres/letters/answered", "cadres/letters/reopened", "cadres/letters/closed",
    "services/farm-questions/asked", "services/farm-questions/passed", "services/farm-questions/answered", "services/farm-questions/reopened", "services/farm-questions/closed",
    "affairs/snaps/asked", "affairs/snaps/passed", "affairs/snaps/answered", "affairs/snaps/reopened", "affairs/snaps/closed",
  ],
  byKey: ["ledger"],
});
