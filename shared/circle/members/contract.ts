import * as z from "zod";
import { VULNERABLE } from "../../affairs/households/household.ts";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Claimed, ClaimEnded, PaperAdded, Verified, Vouched } from "./events.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const STATES = ["claimed", "vouched", "verified", "moved", "ended"] as const;

/** A claim as neighbours see it: enough to say "yes, I know her". */
const ClaimView = z.object({
  id: Id, name: z.string(), house: z.string(), group: z.string(), state: z.string(), vouchers: z.number().int(), byOffice: z.boolean(), alone: z.boolean(),
  reason: z.string().nullable(), at: Instant,
});
const Line = z.object({ person: Id, name: z.string(), group: z.string(), state: z.enum(STATES), paper: z.boolean(), household: Id.nullable(), since: Instant });
const Me = z.object({ person: Id, name: z.string(), group: z.string(), state: z.enum(STATES), household: Id.nullable(), bornIn: z.number().nullable(), sleepsHere: z.boolean(), head: z.boolean(), vulnerable: z.array(z.string()), since: Instant });

const life = lifecycle({
  start: "claimed",
  moves: {
    vouch: { from: ["claimed", "vouched"], to: ["claimed", "vouched"], who: ["villager", ...CADRES], fails: { "own-vouching": 409, "already-vouched": 409, "one-per-household": 409 } },
    verify: { from: "vouched", to: "verified", who: CADRES, body: z.strictObject({ household: Id, instead: Id.optional() }), fails: { "own-vouching": 409, "own-household": 409, "already-a-member": 409 } },
    refuse: { from: ["claimed", "vouched"], to: "refused", who: CADRES, body: z.strictObject({ reason: text(300) }), fails: { "own-vouching": 409 } },
    lapse: { from: "claimed", to: "lapsed", who: "clock" },
  },
  waits: { claimed: { until: "lapseAt", then: "lapse" } },
  view: ClaimView,
});

export const contract = feature({
  functions: ["D03"],
  ifItFails: "New villagers cannot be verified; everyone who is a member stays one.",
  prefix: ["MEMBER", "CLAIM"],
  place: { tab: "village", shelf: "people", order: 3, icon: "people" },
  lifecycle: life,
  routes: {
    me: get("/me", { who: "visitor", returns: z.object({ member: Me.nullable(), claim: ClaimView.nullable() }), about: "What I am in this village; needs a sign-in." }),
    list: get("/", { who: CADRES, query: Page, returns: pageOf(Line), about: "The members' roll for offices: names masked outside their group, no phone at all." }),
    claim: post("/claims", { who: "visitor", body: z.strictObject({ name: Name, house: text(20), group: text(20).optional() }), returns: ClaimView, limit: "5 a day", fails: { "already-a-member": 409, "already-claimed": 409 }, about: "\"I belong to this village\": name and house, never an identity number." }),
    claims: get("/claims", { who: ["villager", ...CADRES], query: Page, returns: pageOf(ClaimView), about: "Who waits for neighbours to vouch." }),
    addPaper: post("/paper", { who: CADRES, body: z.strictObject({ household: Id, name: Name, bornIn: z.number().int().min(1900).optional(), sleepsHere: z.boolean(), vulnerable: z.array(z.enum(VULNERABLE)).max(VULNERABLE.length).optional() }), returns: z.object({ person: Id, state: z.enum(STATES), paper: z.boolean(), joined: z.boolean() }), about: "A person without a phone becomes a full member; one who is here already stays one person." }),
  },
  emits: { claimed: Claimed, vouched: Vouched, verified: Verified, "claim-ended": ClaimEnded, "paper-added": PaperAdded },
  on: ["platform/villages/roll-imported", "affairs/households/changed", "affairs/households/merged"],
  settings: { lapseAfter: duration("60 days") },
  reads: ["affairs/households", "platform/villages"],
});
