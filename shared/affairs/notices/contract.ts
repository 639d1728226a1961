import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { choice, count, duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Approved, Drafted, Dropped, Expired, Known, LotAnswered, LotDrawn, Published, SentBack, SmsPlanned, SmsWanted, Withdrawn } from "./events.ts";
import { MyNotice, NewNotice, OfficeNotice, PublicNotice } from "./notice.ts";

const WRITERS = office("secretary", "committee");
const APPROVERS = [...WRITERS, ...township("director")];
const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const Reason = z.strictObject({ reason: text(200) });
const PASS_FAILS = { "own-draft": 409, "secretary-approves": 403, "until-passed": 409, "lot-waits": 409 } as const;
const SECOND = ["nobody", "one other"] as const;
const second = (usual: (typeof SECOND)[number]) => choice(SECOND, usual, { looser: (from, to) => from === "one other" && to === "nobody" });
const KnowAnswer = z.object({ known: z.literal(true), at: Instant });

const notice = lifecycle({
  start: "draft",
  desk: { draft: ["publish", "drop"], approved: ["publish", "send-back", "drop"] },
  moves: {
    approve: { from: "draft", to: ["approved", "draft"], who: APPROVERS, fails: PASS_FAILS },
    "send-back": { from: "approved", to: "draft", who: APPROVERS, body: Reason },
    publish: { from: ["draft", "approved"], to: ["published", "draft"], who: APPROVERS, fails: PASS_FAILS },
    agree: { from: "draft", to: ["draft", "published"], who: "villager", fails: { "until-passed": 409 } },
    against: { from: "draft", to: "draft", who: "villager", body: Reason },
    "not-me": { from: "draft", to: ["draft", "published"], who: "villager" },
    pass: { from: "draft", to: ["published", "draft"], who: "clock" },
    withdraw: { from: "published", to: "withdrawn", who: WRITERS, body: Reason },
    drop: { from: ["draft", "approved"], to: "dropped", who: WRITERS },
    expire: { from: ["published", "withdrawn"], to: ["expired", "withdrawn"], who: "clock" },
  },
  waits: { draft: { until: "lotEnds", then: "pass" }, published: { until: "end", then: "expire" }, withdrawn: { until: "end", then: "expire" } },
  view: OfficeNotice,
});

export const contract = feature({
  functions: ["B02"],
  ifItFails: "No new notice can be written or published, and nobody can say \"I know\"; notices already published stay readable.",
  prefix: ["NOTICE", "NOTED", "KNOW", "KNOWN", "NOTELOT", "NOTESMS", "NOTEDAY", "NOTETALLY"],
  place: { tab: "village", shelf: "together", order: 1, icon: "megaphone", door: true },
  lifecycle: notice,
  routes: {
    list: get("/", { who: "anyone", query: Page, returns: pageOf(PublicNotice), cache: "1 minute", about: "What is published for the whole village, newest first; withdrawn ones show title and reason." }),
    past: get("/past", { who: "anyone", query: Page, returns: pageOf(PublicNotice), cache: "1 minute", about: "Published for the whole village, and over by now." }),
    mine: get("/mine", { who: "villager", returns: z.object({ items: z.array(MyNotice) }), about: "What holds for me now: the village's, my group's and my house's." }),
    drawn: get("/drawn", { who: "villager", returns: z.object({ items: z.array(PublicNotice.extend({ answerBy: Instant })) }), about: "Notices for which the lot fell on me: a second person's word is asked." }),
    all: get("/all", { who: APPROVERS, query: Page, returns: pageOf(OfficeNotice), about: "Every notice in every state." }),
    draft: post("/", { who: WRITERS, body: NewNotice, returns: OfficeNotice, limit: "60 a hour" }),
    edit: put("/{id}", { who: WRITERS, body: NewNotice, returns: OfficeNotice, about: "Changes a draft; who changed it last is its writer." }),
    one: get("/{id}", { who: "anyone", returns: PublicNotice, cache: "1 minute" }),
    forMe: get("/{id}/mine", { who: "villager", returns: MyNotice }),
    forOffice: get("/{id}/office", { who: APPROVERS, returns: OfficeNotice }),
    sms: get("/{id}/sms", {
      who: APPROVERS,
      returns: z.object({ wanted: z.boolean(), text: z.string(), parts: z.number().int(), houses: z.number().int(), price: z.number(), planned: z.number().int(), sent: z.number().int(), failed: z.number().int(), unreached: z.number().int(), /** Not sent, because the day's limit was reached: it stands in the digest. */ joined: z.number().int() }),
      about: "The one-line text with its parts and what it costs at most, before it is published; what became of it afterwards.",
    }),
    groupText: get("/{id}/group-text", { who: ["villager", ...APPROVERS], returns: z.string(), type: "text/plain", about: "The notice as one text for the village's chat group." }),
    know: post("/{id}/know", { who: "household", body: z.strictObject({ /** Heard to the end, read aloud. */ heard: z.boolean().default(false) }), returns: KnowAnswer, fails: { "nobody-asks": 409 }, about: "\"I know\", once a household; again changes nothing." }),
    knowFor: post("/{id}/know/{household}", { who: CADRES, returns: KnowAnswer, fails: { "nobody-asks": 409 }, about: "An office has told a household that has no phone." }),
    whoKnows: get("/{id}/who-knows", {
      who: CADRES, query: Page,
      returns: z.object({ known: z.number().int(), of: z.number().int(), items: z.array(z.object({ household: Id, no: z.string(), group: z.string(), at: Instant.nullable(), byOffice: z.boolean(), heard: z.boolean() })), next: z.string().nullable() }),
      about: "How many households know, and which: house numbers, no names.",
    }),
  },
  emits: { drafted: Drafted, approved: Approved, "sent-back": SentBack, published: Published, withdrawn: Withdrawn, expired: Expired, dropped: Dropped, known: Known, "lot-drawn": LotDrawn, "lot-answered": LotAnswered, "sms-wanted": SmsWanted, "sms-planned": SmsPlanned },
  on: ["affairs/notices/published", "affairs/notices/sms-wanted", "carrier/receipt"],
  clocks: ["sms"],
  work: { sms: { lanes: ["sms"], patient: true } },
  settings: {
    /** How many besides the writer a notice needs: a plain one, and one every household must read or that costs money by SMS. */
    secondPlain: second("nobody"),
    secondMustRead: second("one other"),
    /** So long two villagers drawn by lot have to answer where nobody else can be the second person; then it passes by one, marked. None: at once. */
    lotWithin: duration("24 hours"),
    /** A plain notice that names no end is over by itself after this. */
    plainLasts: duration("30 days"),
    /** How many notices of one writer go out by SMS in a day, and how many SMS parts all together; what is above stands in the digest alone. */
    smsADay: count(2, { looser: (from, to) => to > from }),
    smsPartsADay: count(2000, { small: 600, looser: (from, to) => to > from }),
  },
  needs: ["messaging"],
  reads: ["affairs/households", "alerts/contacts", "platform/messages", "platform/privacy"],
  keeps: { NOTESMS: "180 days" },
  byProxy: ["mine", "forMe", "know"],
  byKey: ["list", "past", "one"],
});
