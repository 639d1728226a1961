import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { office } from "../../contract/who.ts";
import { CardChanged, CardShown, CodeAsked, DeviceChanged, NumberDoubted } from "./events.ts";

/** A phone number as typed; judged by the region's countries, and refused by name of the reason. */
const PhoneText = z.string().trim().min(1).max(40);
const Code = z.string().trim().regex(/^\d{6}$/);

/** A post somebody holds, wherever it is. */
const Post = z.object({ at: z.enum(["village", "township", "county", "region"]), id: z.string(), office: z.string() });
const Entered = z.object({ person: Id, name: z.string(), village: AreaCode.nullable(), offices: z.array(Post) });
/** One number, several people: the right code was given, now say who you are. */
const Choose = z.object({ choose: z.array(z.object({ person: Id, name: z.string() })) });
/** The right code, and "that is not me": the number has another owner now. Somebody of the village looks at it. */
const Noted = z.object({ noted: z.literal(true) });
const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
/** Letters that cannot be misread, with or without the dash they are printed with. */
const CardCode = z.string().trim().toUpperCase().transform((code) => code.replace(/[\s-]/g, "")).pipe(z.string().regex(/^[A-Z]{10}$/));
const Figures = z.string().trim().regex(/^\d{4}$/);
const Kind = z.enum(["card", "pendant"]);
/** A card as its household and its office see it; the code stands on the card alone. */
export const CardView = z.object({ id: Id, person: Id, name: z.string(), kind: Kind, state: z.string(), at: Instant, version: z.number().int() });
const card = lifecycle({
  start: "issued",
  moves: {
    lost: { from: ["issued", "active"], to: "lost", who: ["household", ...CADRES] },
    lapse: { from: "issued", to: "lapsed", who: "clock" },
  },
  waits: { issued: { until: "unused", then: "lapse" } },
  view: CardView,
});
const CARD_REFUSED = { "wrong-card": 401, resting: 429 } as const;
const REFUSED = { "wrong-code": 401, "code-too-old": 401, resting: 429 } as const;

export const contract = feature({
  functions: ["P03"],
  ifItFails: "Nobody can sign in anew; warnings still go out and can be answered without signing in.",
  prefix: ["NUMBER", "ASK", "FAMILY", "OFFICERPHONE", "SOURCE", "CODEDAY", "CARD", "CARDCODE", "CARDTRY", "CARDIN", "DOUBT", "PARTED"],
  keeps: { NUMBER: "1 day", ASK: "1 hour", FAMILY: "180 days" },
  place: [{ tab: "me", shelf: "how", order: 1, icon: "phone" }],
  lifecycle: card,
  routes: {
    device: post("/device", { who: "visitor", at: "region", returns: Done, secret: true, about: "Gives a phone a number of its own, for counting" }),
    ask: post("/ask", {
      who: "visitor", at: "region", body: z.strictObject({ phone: PhoneText }),
      returns: z.object({ sent: z.literal(true), digits: z.literal(6), seconds: z.literal(300) }),
      fails: { "asked-too-often": 429, "too-many-numbers": 429, "codes-spent": 429, resting: 429 },
      about: "Sends a sign-in code; the answer is the same for every number",
    }),
    enter: post("/enter", {
      who: "visitor", at: "region", body: z.strictObject({ phone: PhoneText, code: Code, person: Id.optional(), nobodyOfThese: z.literal(true).optional() }),
      returns: z.union([Entered, Choose, Noted]), secret: true, fails: REFUSED,
    }),
    refresh: post("/refresh", { who: "anyone", at: "region", returns: Done.extend({ newPhone: Instant.optional() }), secret: true, about: "A new session for the refresh cookie, which changes each time" }),
    leave: post("/leave", { who: "anyone", at: "region", returns: Done, secret: true }),
    me: get("/me", {
      who: "villager", at: "region",
      returns: z.object({
        person: Id, name: z.string(), language: z.enum(LANGUAGES),
        village: z.object({ id: AreaCode, names: z.record(z.string(), z.string()), household: Id.nullable() }).nullable(),
        offices: z.array(Post), devices: z.array(z.object({ device: z.string(), label: z.string(), since: Instant, here: z.boolean() })),
      }),
    }),
    language: put("/language", { who: "villager", at: "region", body: z.strictObject({ language: z.enum(LANGUAGES) }), returns: Done }),
    issueCard: post("/cards", {
      who: CADRES, secret: true, body: z.strictObject({ household: Id, person: Id, kind: Kind }), returns: z.object({ card: CardView, code: z.string() }), fails: { "not-of-this-house": 409 },
      about: "Prints a card: its code is shown this once. Until the four figures are set it opens nothing.",
    }),
    ownCards: get("/cards", { who: "household", query: Page, returns: pageOf(CardView), about: "The cards of one's own household." }),
    cardsOf: get("/households/{household}/cards", { who: CADRES, query: Page, returns: pageOf(CardView) }),
    setFigures: post("/card/figures", { who: "visitor", at: "region", secret: true, body: z.strictObject({ code: CardCode, figures: Figures }), returns: Done, fails: { ...CARD_REFUSED, "figures-set": 409 }, about: "The person chooses the four figures: from then on the card opens." }),
    showCard: post("/card/enter", {
      who: "visitor", at: "region", secret: true, body: z.strictObject({ code: CardCode, figures: Figures }), fails: { ...CARD_REFUSED, "figures-not-set": 409 },
      returns: z.object({ person: Id, name: z.string(), village: AreaCode, household: Id.nullable(), until: Instant }), about: "A card on somebody's phone, for one matter: a quarter of an hour at most, and never an office.",
    }),
    leaveCard: post("/card/leave", { who: "visitor", at: "region", secret: true, returns: Done }),
    cardWarnings: post("/card/warnings", {
      who: "visitor", at: "region", safe: true, body: z.strictObject({ code: CardCode }),
      returns: z.object({ items: z.array(z.object({ link: z.string(), headline: z.record(z.string(), z.string()), colour: z.string() })) }), about: "A warning is answered by the code alone: four figures, right or wrong, never stand before it.",
    }),
    doubts: get("/numbers", { who: CADRES, query: Page, returns: pageOf(z.object({ id: Id, phone: z.string(), people: z.array(z.object({ person: Id, name: z.string(), household: Id.nullable() })), at: Instant, state: z.enum(["open", "parted", "kept"]) })), about: "Numbers of which somebody said: that is mine now, and I am none of these." }),
    part: post("/numbers/{id}/part", { who: CADRES, returns: Done, about: "The number signs these people in no more, and the phones it let in are out." }),
    keepNumber: post("/numbers/{id}/keep", { who: CADRES, returns: Done, about: "It is still theirs." }),
    forget: post("/devices/{device}/forget", { who: "villager", at: "region", returns: Done, about: "Signs another of one's own phones out, a lost one" }),
  },
  emits: { "card-issued": CardChanged, "card-active": CardChanged, "card-lost": CardChanged, "card-shown": CardShown, "card-left": CardShown, doubted: NumberDoubted, parted: NumberDoubted, kept: NumberDoubted, asked: CodeAsked, entered: DeviceChanged, left: DeviceChanged, revoked: DeviceChanged },
  on: ["platform/sign-in/asked", "platform/villages/roll-imported"],
  work: { code: { lanes: ["codes"] } },
  needs: ["signing", "phones", "messaging"],
  reads: ["affairs/households", "alerts/contacts", "alerts/roll-call", "alerts/warnings", "platform/offices", "platform/villages"],
});
