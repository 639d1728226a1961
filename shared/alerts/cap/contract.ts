import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { county } from "../../contract/who.ts";
import { Imported } from "./events.ts";
import { CapProblem } from "./problem-codes.ts";

const duty = county("duty-officer", "director");

export const contract = feature({
  functions: ["E17"],
  ifItFails: "Warnings of other systems are not read in, and ours are not shown to them; compose by hand.",
  prefix: ["CAPIN"],
  place: { tab: "county", shelf: "warn", order: 3, icon: "download", only: duty },
  routes: {
    import: post("/import", { at: "area", who: duty, body: z.strictObject({ xml: z.string().max(262_144) }), maxBody: 600_000, returns: z.object({ cap: Id, warning: Id, problems: z.array(CapProblem), already: z.boolean() }), limit: "120 a hour",
      fails: { "not-xml": 422, doctype: 422, "not-cap": 422, "missing-element": 422, "wrong-value": 422, "cap-too-large": 422 }, about: "Read a CAP 1.2 (or 1.1) message as a draft with named problems. A replayed message makes no second draft." }),
    imports: get("/imports", { at: "area", who: duty, query: Page, returns: pageOf(z.object({ id: Id, warning: Id, sender: z.string(), identifier: z.string(), sent: z.string(), readAt: Instant, problems: z.array(CapProblem) })) }),
    raw: get("/imports/{id}/raw", { at: "area", who: duty, returns: z.string(), type: "application/cap+xml" }),
    out: get("/warnings/{id}", { at: "area", who: "anyone", returns: z.string(), type: "application/cap+xml", cache: "30 seconds", about: "An issued warning as CAP 1.2." }),
    feed: get("/feed", { at: "area", who: "anyone", returns: z.string(), type: "application/atom+xml", cache: "30 seconds", about: "The county's issued warnings as an Atom feed." }),
  },
  emits: { imported: Imported },
  needs: ["cap-identity"],
  reads: ["alerts/warnings"],
});
