import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get } from "../../contract/routes.ts";
import { county, office, township } from "../../contract/who.ts";

/** What happened, when and under which office: no person, no id. */
const Public = z.object({ what: z.string(), at: Instant, office: z.string().nullable() });
/** The same with who did it, for those whose post is to look. */
const Full = Public.extend({ id: z.string(), by: z.string(), name: z.string(), channel: z.string(), sealed: z.boolean() });
const AboutMe = Public.extend({ id: z.string(), mine: z.boolean(), channel: z.string() });
const Chain = z.object({
  links: z.array(z.object({ n: z.number().int(), hash: z.string(), at: Instant, count: z.number().int(), holds: z.boolean() })),
  /** True when a shown link does not hold or the last check found a fault: red everywhere. */
  broken: z.boolean(),
  /** When the whole chain was last recomputed; null when it never was. */
  checkedAt: Instant.nullable(),
  faults: z.array(z.object({ row: z.string(), what: z.string() })),
});

export const contract = feature({
  functions: ["P09"],
  ifItFails: "Nobody can look at who did what; everything is still recorded and sealed.",
  prefix: "EVENTLOG",
  place: [
    { tab: "village", shelf: "books", order: 8, icon: "checklist" },
    { tab: "me", shelf: "looks", order: 1, icon: "search" },
  ],
  routes: {
    public: get("/", { who: "anyone", query: Page, returns: pageOf(Public), cache: "1 minute", about: "What changed in public matters" }),
    aboutMe: get("/me", { who: "villager", query: Page, returns: pageOf(AboutMe), about: "What I did, and who looked at me or my household" }),
    chain: get("/chain", { who: "anyone", returns: Chain, cache: "1 minute" }),
    all: get("/all", { who: [...office("supervisor"), ...township("supervisor"), ...county("supervisor", "director")], query: Page, returns: pageOf(Full) }),
    county: get("/", { at: "area", who: [...county("supervisor", "director"), "operator"], query: Page, returns: pageOf(Full) }),
    countyChain: get("/chain", { at: "area", who: [...county("supervisor", "director"), "operator"], returns: Chain }),
  },
  byKey: ["public", "chain"],
});
