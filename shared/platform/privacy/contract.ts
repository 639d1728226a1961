import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, put } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { CONSENTS, HOW, type ConsentPurpose } from "./consent.ts";
import { Given, Withdrawn } from "./events.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const Purpose = z.enum(Object.keys(CONSENTS) as [ConsentPurpose, ...ConsentPurpose[]]);

/** One look at us, whichever feature showed what was seen. */
const Look = z.object({ id: Id, at: Instant, office: z.string(), name: z.string(), purpose: z.string(), note: z.string(), what: z.string() });
const Said = z.object({ given: z.boolean(), at: Instant, how: z.enum(HOW), office: z.string().nullable(), proof: z.string() });
/** What somebody agreed to, as a record: what holds now, and every yes and no with how it was given. */
const Consent = z.object({ purpose: Purpose, holds: z.boolean(), said: z.boolean(), history: z.array(Said) });
const Kept = z.object({
  feature: z.string(),
  /** Kinds that end by themselves, and after how many milliseconds. */
  ends: z.array(z.object({ kind: z.string(), after: z.number().int() })),
  /** Kinds kept as long as the village is here, unless somebody asks to be erased. */
  stays: z.array(z.string()),
});

export const contract = feature({
  functions: ["P11"],
  ifItFails: "Nobody can read who looked at them or change what they agreed to; no message is sent that was withdrawn.",
  prefix: "AGREED",
  place: { tab: "me", shelf: "looked", order: 1, icon: "eye" },
  routes: {
    looks: get("/looks", { who: "villager", query: Page, returns: pageOf(Look), about: "Who looked at my household or at me, in every part of the platform." }),
    consents: get("/consents", { who: "villager", returns: z.object({ items: z.array(Consent) }), about: "What I agreed to and what I did not." }),
    say: put("/consents/{purpose}", { who: "villager", body: z.strictObject({ given: z.boolean() }), returns: Consent, limit: "60 a day", about: "Yes or no, from this moment on." }),
    sayFor: put("/people/{person}/consents/{purpose}", {
      who: CADRES, body: z.strictObject({ given: z.boolean(), how: z.enum(["paper", "voice", "phone"]), proof: text(200) }), returns: Consent, fails: { "own-household": 409 },
      about: "A cadre writes down what somebody without a phone said, and what proves it. A no always counts; a yes of the own household is for another officer.",
    }),
    kept: get("/kept", { who: "anyone", returns: z.object({ items: z.array(Kept), looks: z.number().int() }), cache: "1 hour", about: "How long what is kept, from the contracts themselves." }),
  },
  emits: { given: Given, withdrawn: Withdrawn },
  reads: ["affairs/households"],
  byProxy: ["looks"],
});
