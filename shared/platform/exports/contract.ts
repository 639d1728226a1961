import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { ErasureAsked, ErasureDone, ErasureDue, ErasureTakenBack, FileAsked, FileGone, FileReady, TakeInBegun, Taken, TakenIn, VillageAsked, VillageBegun, VillageEnded, VillageReady } from "./events.ts";
import { CopyFile } from "./format.ts";

const ASKERS = [...office("secretary", "committee", "supervisor"), ...township("director")];
/** Any post of the village may be the second; where none is filled, the township's. */
const SECONDS = [...office("secretary", "director", "committee", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "doctor", "health-worker"), ...township("director")];
const FRESH = { "sign-in-again": 403 } as const;

const OwnFile = z.object({ id: Id, at: Instant, state: z.enum(["waiting", "ready"]), rows: z.number().int(), until: Instant.nullable() });
const Copy = z.object({
  id: Id, state: z.string(), at: Instant, askedBy: Id, office: z.string(), alone: z.boolean(), reason: z.string().nullable(), rows: z.number().int(), until: Instant.nullable(),
  files: z.array(CopyFile), version: z.number().int(),
  history: z.array(z.object({ to: z.string(), at: Instant, office: z.string().optional() })),
});
const Erasure = z.object({ id: Id, person: Id, name: z.string(), at: Instant, until: Instant, state: z.enum(["waiting", "erasing", "done", "taken-back"]), by: z.enum(["self", "office"]), why: z.string() });
const Intake = z.object({
  id: Id, village: AreaCode, names: z.record(z.string(), z.string()), at: Instant, state: z.enum(["bringing", "working", "done"]), rows: z.number().int(), counts: z.record(z.string(), z.number()),
  /** Files still to be brought, and how many stand in the table already. */
  missing: z.array(z.string()), files: z.number().int(), written: z.number().int(),
  problems: z.array(z.object({ file: z.string(), line: z.number().int(), reason: z.string() })), moreProblems: z.number().int(), kept: z.number().int(), faults: z.number().int().nullable(),
});

const copying = lifecycle({
  start: "asked",
  moves: {
    agree: { from: "asked", to: "gathering", who: SECONDS, fails: { ...FRESH, "same-person": 409 } },
    refuse: { from: "asked", to: "refused", who: SECONDS, body: z.strictObject({ reason: text(300) }) },
    withdraw: { from: ["asked", "gathering", "ready"], to: "gone", who: SECONDS },
    lapse: { from: ["asked", "ready"], to: "gone", who: "clock" },
  },
  waits: { asked: { until: "until", then: "lapse" }, ready: { until: "until", then: "lapse" } },
  view: Copy,
});

export const contract = feature({
  functions: ["P10"],
  ifItFails: "Nobody can take their data along or be erased; nothing that is kept is lost.",
  prefix: ["EXPORT", "OWNFILE", "ERASURE", "INTAKE", "ERASED"],
  place: [
    { tab: "me", shelf: "how", order: 8, icon: "copy" },
    { tab: "operator", shelf: "villages", order: 8, icon: "copy", only: ["operator"] },
  ],
  lifecycle: copying,
  routes: {
    askFile: post("/mine/files", { at: "region", who: "villager", returns: OwnFile, limit: "3 a day", fails: FRESH, about: "Gathers everything about the one who asks" }),
    myFiles: get("/mine/files", { at: "region", who: "villager", returns: z.object({ items: z.array(OwnFile) }) }),
    myFile: get("/mine/files/{id}/{as}", { at: "region", who: "villager", returns: z.string(), type: "text/plain", about: "as: json, or text to read" }),
    askErasure: post("/mine/erasure", { at: "region", who: "villager", returns: Erasure, fails: { ...FRESH, "holds-a-post": 409, "already-asked": 409 } }),
    myErasure: get("/mine/erasure", { at: "region", who: "villager", returns: z.object({ erasure: Erasure.nullable() }) }),
    keepMe: post("/mine/erasure/back", { at: "region", who: "villager", returns: Erasure, about: "Takes one's erasure back" }),
    askErasureFor: post("/erasures", {
      who: office("secretary", "committee"), body: z.strictObject({ person: Id, why: z.enum(["asked-in-person", "next-of-kin", "moved-away"]) }), returns: Erasure,
      fails: { ...FRESH, "holds-a-post": 409, "already-asked": 409 }, limit: "20 a day", about: "For somebody without a phone, or who has died",
    }),
    erasures: get("/erasures", { who: office("secretary", "committee"), query: Page, returns: pageOf(Erasure) }),
    keepThem: post("/erasures/{id}/back", { who: office("secretary", "committee"), returns: Erasure }),
    askCopy: post("/", { who: ASKERS, returns: Copy, limit: "5 a day", fails: { ...FRESH, "already-asked": 409 }, about: "The whole village as files; a second post agrees" }),
    copies: get("/", { who: SECONDS, query: Page, returns: pageOf(Copy) }),
    copy: get("/{id}", { who: SECONDS, returns: Copy }),
    copyFile: post("/{id}/files/{name}", { who: SECONDS, returns: z.string(), type: "text/plain", secret: true, about: "One file of a copy; that it was taken is an event" }),
    bring: post("/intakes", { at: "region", who: "operator", body: z.strictObject({ manifest: z.looseObject({ format: z.number().int().min(1) }) }), maxBody: 2_000_000, returns: Intake, fails: { "newer-version": 409, "village-open": 409, "county-not-open": 409 }, about: "A village from elsewhere: its manifest first" }),
    bringFile: put("/intakes/{id}/files/{name}", { at: "region", who: "operator", body: z.strictObject({ text: z.string().max(4_000_000) }), maxBody: 5_500_000, returns: Intake, fails: { "not-this-file": 422 } }),
    intakes: get("/intakes", { at: "region", who: "operator", query: Page, returns: pageOf(Intake) }),
    intake: get("/intakes/{id}", { at: "region", who: "operator", returns: Intake }),
    takeIn: post("/intakes/{id}/start", { at: "region", who: "operator", returns: Intake, fails: { "files-missing": 409 } }),
  },
  emits: {
    "file-asked": FileAsked, "file-ready": FileReady, "file-gone": FileGone, asked: VillageAsked, begun: VillageBegun, ready: VillageReady, ended: VillageEnded, taken: Taken,
    "intake-begun": TakeInBegun, "taken-in": TakenIn, "erasure-asked": ErasureAsked, "erasure-back": ErasureTakenBack, "erasure-due": ErasureDue, "erased": ErasureDone,
  },
  on: ["platform/exports/file-asked", "platform/exports/begun", "platform/exports/intake-begun", "platform/exports/erasure-due"],
  clocks: ["gone", "erase"],
  work: { file: { lanes: ["papers"] }, copy: { lanes: ["papers"] }, takeIn: { lanes: ["papers"] }, erase: { lanes: ["papers"] } },
  needs: ["phones", "papers"],
  reads: ["alerts/contacts", "platform/offices", "affairs/households"],
});
