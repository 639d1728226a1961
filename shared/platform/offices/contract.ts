import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Day, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import type { Who } from "../../contract/who.ts";
import { PROFILES } from "../../contract/profile.ts";
import { office } from "../../contract/who.ts";
import { PostAsked, PostChanged } from "./events.ts";

/** Who may give a village's posts; two of them, different people. */
export const GIVERS = ["office:secretary", "township:director", "county:director", "operator"] as const satisfies readonly Who[];
/** Whoever holds a post of the village may name who acts while they are away, and reads what was open when they took it. */
const HOLDERS = office(...new Set(Object.values(PROFILES).flatMap((profile) => Object.keys(profile.village))));
const COUNTY_GIVERS = ["county:director", "operator"] as const satisfies readonly Who[];

const Names = z.record(z.string(), z.string());
/** A villager by id, or somebody new by name and mobile number. */
const To = z.union([
  z.strictObject({ person: Id, from: Id.optional(), until: Day.optional() }),
  z.strictObject({ name: Name, phone: z.string().trim().min(1).max(40), from: Id.optional(), until: Day.optional() }),
]);
const ToCounty = z.union([
  z.strictObject({ person: Id, township: AreaCode.optional() }),
  z.strictObject({ name: Name, phone: z.string().trim().min(1).max(40), township: AreaCode.optional() }),
]);
const Holder = z.object({ person: Id, name: z.string(), since: Instant.nullable(), until: Instant.nullable(), alone: z.boolean(), /** Acts for this holder while they are away. */ actingFor: z.string().nullable() });
const PostOut = z.object({ office: z.string(), titles: Names, holders: z.array(Holder) });
/** What was open when a post changed hands. */
const Handover = z.object({ office: z.string(), titles: Names, from: z.string(), to: z.string(), at: Instant, open: z.array(z.object({ text: Names, where: z.string(), due: Instant.nullable() })), more: z.number().int() });
const Giving = z.object({ id: Id, office: z.string(), person: Id, name: z.string(), from: Id.nullable(), until: Instant.nullable(), state: z.string(), askedBy: Id, version: z.number() });
const FAILS = { "already-holds": 409, "not-a-holder": 409 } as const;

const giving = lifecycle({
  start: "asked",
  moves: {
    confirm: { from: "asked", to: "given", who: GIVERS, fails: { "same-person": 403, "asker-left": 409, ...FAILS } },
    refuse: { from: "asked", to: "refused", who: GIVERS, body: z.strictObject({ reason: text(200) }) },
    withdraw: { from: "asked", to: "withdrawn", who: GIVERS, fails: { "not-yours": 403 } },
    lapse: { from: "asked", to: "lapsed", who: "clock" },
  },
  waits: { asked: { until: "confirmBy", then: "lapse" } },
  view: Giving,
});

export const contract = feature({
  functions: ["P02"],
  ifItFails: "Posts cannot be given or taken; those who hold one go on.",
  prefix: ["POST", "HOLDS", "GIVING", "HANDOVER"],
  place: [{ tab: "village", shelf: "people", order: 1, icon: "people" }],
  lifecycle: giving,
  routes: {
    list: get("/", { who: "anyone", cache: "1 minute", returns: z.object({ offices: z.array(PostOut), helpPhone: z.string() }), about: "Who holds which post in the village" }),
    waiting: get("/waiting", { who: GIVERS, query: Page, returns: pageOf(Giving) }),
    give: post("/{office}/holders", { who: GIVERS, body: To, returns: z.object({ state: z.enum(["asked", "given"]), giving: Id.nullable(), person: Id, alone: z.boolean() }), fails: FAILS }),
    end: post("/{office}/end", { who: GIVERS, body: z.strictObject({ person: Id, reason: text(200) }), returns: Done, fails: { "last-secretary": 409, ...FAILS } }),
    handovers: get("/handovers", { who: [...HOLDERS, ...GIVERS], query: Page, returns: pageOf(Handover), about: "What was open when posts changed hands: to who holds that post now, and who gives posts." }),
    act: post("/{office}/acting", { who: HOLDERS, body: z.strictObject({ person: Id, until: Day }), returns: z.object({ until: Instant }), fails: { ...FAILS, "too-long": 422 }, about: "Who acts in my post while I am away; at most ninety days." }),
    back: post("/{office}/back", { who: HOLDERS, body: z.strictObject({ person: Id }), returns: Done, fails: FAILS, about: "I am back: nobody acts for me any more." }),
    county: get("/", { at: "area", who: "villager", returns: z.object({ offices: z.array(PostOut), townships: z.array(z.object({ id: AreaCode, names: Names, offices: z.array(PostOut) })) }) }),
    giveCounty: post("/{office}/holders", { at: "area", who: COUNTY_GIVERS, body: ToCounty, returns: z.object({ person: Id }), fails: FAILS }),
    endCounty: post("/{office}/end", { at: "area", who: COUNTY_GIVERS, body: z.strictObject({ person: Id, township: AreaCode.optional() }), returns: Done, fails: FAILS }),
  },
  emits: { given: PostChanged, ended: PostChanged, asked: PostAsked, acting: PostChanged, back: PostChanged, reminded: PostChanged, refused: PostAsked, withdrawn: PostAsked, lapsed: PostAsked },
  clocks: ["remind", "term"],
  settings: { confirmWithin: duration("168 hours"), remindBefore: duration("30 days") },
  needs: ["phones"],
  byKey: ["list"],
  reads: ["platform/desk", "platform/sign-in"],
});
