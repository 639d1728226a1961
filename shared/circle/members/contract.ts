import * as z from "zod";
import { PURPOSES, VULNERABLE } from "../../affairs/households/household.ts";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Claimed, ClaimEnded, Left, Looked, PaperAdded, Verified, Vouched } from "./events.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
/** Where none of these is held, the township confirms, or a villager who is neither the claimant nor a voucher. */
const VERIFIERS = ["villager", ...CADRES, ...township("director")] as const;
const STATES = ["claimed", "vouched", "verified", "moved", "ended"] as const;
const HOW = ["moved", "died", "ended"] as const;

/** A claim as neighbours see it: enough to say "yes, I know her". */
const ClaimView = z.object({
  id: Id, name: z.string(), house: z.string(), group: z.string(), state: z.string(), vouchers: z.number().int(), byOffice: z.boolean(), alone: z.boolean(),
  /** Confirmed by one villager, for lack of an office. */
  lack: z.boolean(),
  reason: z.string().nullable(), at: Instant,
});
const Waiting = ClaimView.extend({ may: z.array(z.enum(["vouch", "verify", "refuse", "withdraw"])) });
/** What somebody who said "I belong here" reads: who is waited for, and until when. */
const OwnClaim = ClaimView.extend({ waitsFor: z.enum(["neighbours", "office", "villager"]).nullable(), lapses: Instant.nullable() });
const Ended = z.object({ how: z.enum(HOW), reason: z.string(), at: Instant });
/** One member as an office reads it after saying what for. */
const Whole = z.object({
  person: Id, name: z.string(), group: z.string(), state: z.enum(STATES), paper: z.boolean(), household: Id.nullable(), bornIn: z.number().nullable(), sleepsHere: z.boolean(), head: z.boolean(), since: Instant,
  claim: z.object({ vouchers: z.number().int(), byOffice: z.boolean(), alone: z.boolean(), lack: z.boolean(), at: Instant }).nullable(), ended: Ended.nullable(),
});
const Seek = { group: z.string().max(20).optional(), q: z.string().trim().max(40).optional() };
const Why = { purpose: z.enum(PURPOSES), note: text(60).optional() };
const Line = z.object({ person: Id, name: z.string(), group: z.string(), state: z.enum(STATES), paper: z.boolean(), household: Id.nullable(), since: Instant });
const Me = z.object({ person: Id, name: z.string(), group: z.string(), state: z.enum(STATES), household: Id.nullable(), bornIn: z.number().nullable(), sleepsHere: z.boolean(), head: z.boolean(), vulnerable: z.array(z.string()), since: Instant });

const life = lifecycle({
  start: "claimed",
  desk: { claimed: ["vouch", "refuse"], vouched: ["verify", "refuse"] },
  moves: {
    vouch: { from: ["claimed", "vouched"], to: ["claimed", "vouched"], who: ["villager", ...CADRES], fails: { "own-vouching": 409, "already-vouched": 409, "one-per-household": 409 } },
    verify: { from: "vouched", to: "verified", who: VERIFIERS, body: z.strictObject({ household: Id.optional(), instead: Id.optional() }), fails: { "own-vouching": 409, "own-household": 409, "already-a-member": 409, "third-person": 409, "same-person-elsewhere": 409 } },
    refuse: { from: ["claimed", "vouched"], to: "refused", who: CADRES, body: z.strictObject({ reason: text(300) }), fails: { "own-vouching": 409 } },
    withdraw: { from: ["claimed", "vouched"], to: "withdrawn", who: "visitor" },
    lapse: { from: "claimed", to: "lapsed", who: "clock" },
  },
  waits: { claimed: { until: "lapseAt", then: "lapse" } },
  view: ClaimView,
});

export const contract = feature({
  functions: ["D03"],
  ifItFails: "New villagers cannot be verified; everyone who is a member stays one.",
  prefix: ["MEMBER", "CLAIM", "MEMBEREND"],
  place: { tab: "village", shelf: "people", order: 3, icon: "people" },
  lifecycle: life,
  routes: {
    me: get("/me", { who: "visitor", returns: z.object({ member: Me.nullable(), claim: OwnClaim.nullable(), ended: Ended.nullable() }), about: "What I am in this village; needs a sign-in." }),
    list: get("/", { who: CADRES, query: Page.extend(Seek), returns: pageOf(Line), about: "The members' roll for offices, found by group and name: names masked outside their group, no phone at all." }),
    names: post("/names", { who: CADRES, body: z.strictObject({ ...Why, ...Seek, cursor: z.string().max(1200).optional() }), returns: pageOf(Line), about: "The same roll with its names, for a purpose; every household on the page sees who looked." }),
    look: post("/people/{person}/look", { who: CADRES, body: z.strictObject(Why), returns: Whole, about: "One member, for a purpose the household reads." }),
    end: post("/people/{person}/end", { who: CADRES, body: z.strictObject({ how: z.enum(HOW), reason: text(300), head: Id.optional() }), returns: Line, fails: { "own-vouching": 409, "own-household": 409, "office-held": 409, "not-a-member": 409 }, about: "Somebody moved away, died, or never belonged: the reason stands with them, and they may ask again." }),
    leave: post("/me/leave", { who: "villager", body: z.strictObject({ head: Id.optional() }), returns: Done, fails: { "office-held": 409 }, about: "I have moved away." }),
    claim: post("/claims", { who: "visitor", body: z.strictObject({ name: Name, house: text(20), group: text(20).optional() }), returns: OwnClaim, limit: "5 a day", fails: { "already-a-member": 409, "already-claimed": 409 }, about: "\"I belong to this village\": name and house, never an identity number." }),
    claims: get("/claims", { who: ["villager", ...CADRES], query: Page, returns: pageOf(Waiting), about: "Who waits for neighbours to vouch." }),
    oneClaim: get("/claims/{id}", { who: ["visitor", "villager", ...CADRES], returns: Waiting, about: "One claim, for the link its writer gives to neighbours; visitors see their own alone." }),
    addPaper: post("/paper", { who: CADRES, body: z.strictObject({ household: Id, name: Name, bornIn: z.number().int().min(1900).optional(), sleepsHere: z.boolean(), vulnerable: z.array(z.enum(VULNERABLE)).max(VULNERABLE.length).optional() }), returns: z.object({ person: Id, state: z.enum(STATES), paper: z.boolean(), joined: z.boolean() }), fails: { "same-person-elsewhere": 409 }, about: "A person without a phone becomes a full member; one who is here already stays one person." }),
  },
  emits: { claimed: Claimed, vouched: Vouched, verified: Verified, "claim-ended": ClaimEnded, "paper-added": PaperAdded, left: Left, looked: Looked },
  on: ["platform/villages/roll-imported", "affairs/households/changed", "affairs/households/merged"],
  settings: { lapseAfter: duration("60 days") },
  reads: ["affairs/households", "platform/villages"],
});
