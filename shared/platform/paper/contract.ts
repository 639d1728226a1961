import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { office, township } from "../../contract/who.ts";
import { AnswerWay } from "../../contract/region-schema.ts";
import { Printed } from "./events.ts";

const KEEPERS = [...office("secretary", "committee", "supervisor"), ...township("director", "supervisor")];
/** Eight letters without I, L, O and U, so that nobody reads one for another. */
const Code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/);
const Spoken = z.union([z.string(), z.record(z.string(), z.string())]);
const Names = z.record(z.string(), z.string());
/** Which thing: a feature, and the id of what it shows; none where the page itself is the thing. */
const Which = z.strictObject({ of: z.string().regex(/^[a-z]+\/[a-z-]+$/).max(60), thing: z.string().regex(/^[\w-]{0,64}$/).default("") });

/** What stands in a sheet's foot. */
const Foot = z.object({ code: Code, fingerprint: z.string(), edition: z.number().int(), at: Instant, address: z.string() });

/** How a sheet compares with what stands now. What it says is told only to who may read the thing itself. */
const Checked = z.object({
  verdict: z.enum(["current", "older", "withdrawn", "over"]),
  fingerprint: z.string(), edition: z.number().int(), printedFirst: Instant,
  /** Since when what the sheet shows stood so; null where nobody wrote that down. */
  since: Instant.nullable(),
  /** What stands now, where the sheet is older: which edition it would be, and since when. */
  now: z.object({ edition: z.number().int(), since: Instant.nullable() }).nullable(),
  prints: z.number().int(),
  title: Spoken.nullable(), where: z.string().nullable(),
});

export const contract = feature({
  functions: ["P17"],
  ifItFails: "Sheets print without a code, and nobody can check what hangs on the wall against the screen; what hangs there stays readable.",
  prefix: ["PAPER", "PAPEROF", "PAPERED", "PAPERS"],
  keeps: { PAPERED: "730 days" },
  place: { tab: "village", shelf: "books", order: 10, icon: "print" },
  routes: {
    log: get("/log", {
      who: KEEPERS, query: Page, about: "Who printed which sheet when.",
      returns: pageOf(z.object({ id: Id, code: Code, of: z.string(), thing: z.string(), edition: z.number().int(), at: Instant, name: z.string(), office: z.string() })),
    }),
    pocket: get("/pocket", {
      who: "anyone", cache: "1 minute", about: "What the wall sheet and the pocket card of the village say besides its home.",
      returns: z.object({ village: z.object({ id: AreaCode, names: Names }), onDuty: z.string(), helpPhone: z.string(), emergencyPhone: z.string(), answers: z.array(AnswerWay), address: z.string() }),
    }),
    check: get("/{code}", { who: "visitor", returns: Checked, limit: "120 a hour", about: "Whether this sheet shows what stands now." }),
    print: post("/", { who: "visitor", body: Which, returns: Foot, limit: "60 a hour", fails: { "not-standing": 409 }, about: "The code and fingerprint for a sheet about to be printed; the print is logged." }),
  },
  emits: { printed: Printed },
  reads: ["affairs/notices", "affairs/village-home", "alerts/warnings", "platform/offices"],
});
