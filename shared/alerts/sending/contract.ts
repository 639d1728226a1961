import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { VillagePart } from "../warnings/warning.ts";
import { MarkedByHand, Planned } from "./events.ts";

const sweepers = [...office("secretary", "director", "committee", "grid-worker", "group-leader"), ...county("duty-officer", "director")];
const duty = [...county("duty-officer", "director"), ...office("secretary", "committee")];

export const SEND_STATES = ["queued", "claimed", "unsure", "sent", "delivered", "failed", "expired", "not-needed"] as const;
/** What a message is for: officials stand by, the warning itself, the word that it is over or was wrong, and that it was replaced. */
export const STEPS = ["stand-by", "alert", "all-clear", "cancel", "update"] as const;
export type Step = (typeof STEPS)[number];
/** One household on one channel: every attempt with its time. */
export const DeliveryLine = z.object({ household: Id, no: z.string(), channel: z.literal("sms"), step: z.string(), state: z.enum(SEND_STATES), why: z.string().nullable(), to: z.string(), parts: z.number(), attempts: z.array(z.object({ at: Instant, outcome: z.string() })), extra: z.number() });
export const HAND_CHANNELS = ["group", "loudspeaker", "gong"] as const;

export const contract = feature({
  functions: ["E03", "E16"],
  ifItFails: "SMS of warnings wait in their queues and go out when it works again; use loudspeaker, group and door list now.",
  prefix: ["SEND", "HAND", "TALLY", "PLAN"],
  routes: {
    cost: post("/cost", { at: "area", who: duty, safe: true, body: z.strictObject({ parts: z.array(VillagePart).min(1).max(500), sms: z.strictObject({ zh: text(2000), en: text(2000) }) }),
      returns: z.object({ villages: z.number(), households: z.number(), people: z.number(), vulnerable: z.number(), phones: z.number(), withoutPhone: z.number(), units: z.number(), encoding: z.string(), partsEach: z.number(), parts: z.number(), partsPerSecond: z.number(), seconds: z.number(), price: z.number(), shorterBy: z.number() }), fails: { "too-long": 422, "unknown-village": 422 }, about: "How many, how long, how much: said before sending." }),
    list: get("/{warning}", { who: sweepers, query: z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50), show: z.enum(["all", "failed"]).default("all") }), returns: pageOf(DeliveryLine) }),
    script: get("/{warning}/script", { who: sweepers, returns: z.object({ zh: z.object({ speaker: z.string(), group: z.string() }), en: z.object({ speaker: z.string(), group: z.string() }), link: z.string(), byHand: z.array(z.object({ channel: z.enum(HAND_CHANNELS), by: z.string(), at: Instant, where: z.string() })), night: z.boolean() }), about: "The text to copy for the group and to read over the loudspeaker, and who did." }),
    byHand: post("/{warning}/by-hand", { who: sweepers, body: z.strictObject({ channel: z.enum(HAND_CHANNELS), where: text(60) }), returns: z.object({ done: z.literal(true) }) }),
  },
  emits: { planned: Planned, "marked-by-hand": MarkedByHand },
  on: ["alerts/warnings/put-up", "alerts/warnings/issued", "alerts/warnings/over", "alerts/warnings/resumed", "carrier/receipt"],
  clocks: ["again"],
  work: { send: { lanes: ["urgent", "rest"] } },
  needs: ["messaging", "phones"],
  reads: ["affairs/households", "alerts/contacts", "alerts/roll-call", "alerts/warnings"],
});
