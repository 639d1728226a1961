import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post, put } from "../../contract/routes.ts";
import { count } from "../../contract/settings.ts";
import { office } from "../../contract/who.ts";
import { Digested, HouseWished, Subscribed, ToldAtDoor, Wished } from "./events.ts";
import { DoorLine, HouseWay, Line, WAYS, Wishes } from "./wishes.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const TO = z.enum(["me", "house"]);
const PublicKey = z.string().regex(/^[\w-]{87}=?$/);

export const contract = feature({
  functions: ["P12"],
  ifItFails: "Nobody is told of their own matters by push or SMS and no digest goes out; warnings are sent as always, and every matter can be read on its own page.",
  prefix: ["TELL", "TELLWISH", "TELLHOUSE", "TELLOUT", "TELLLINE", "TELLROUND", "TELLDAY", "TELLCOUNT", "TELLSMS", "TELLDOOR", "PUSHSUB"],
  place: [{ tab: "me", shelf: "matters", order: 0, icon: "letter" }, { tab: "village", shelf: "people", order: 9, icon: "letter", only: CADRES }],
  routes: {
    mine: get("/", { who: "villager", query: z.strictObject({ ...Page.shape, to: TO.default("me") }), returns: pageOf(Line), about: "What concerns me, or our house, newest first." }),
    onDevice: get("/device", { who: "visitor", query: Page, returns: pageOf(Line), about: "What concerns a guest on this phone." }),
    read: post("/read", { who: "villager", body: z.strictObject({ to: TO, ids: z.array(Id).min(1).max(40) }), returns: Done, about: "Seen." }),
    readOnDevice: post("/device/read", { who: "visitor", body: z.strictObject({ ids: z.array(Id).min(1).max(40) }), returns: Done }),
    digest: get("/digest", { who: "villager", returns: z.object({ day: Day.nullable(), items: z.array(Line) }), about: "The last digest." }),
    wishes: get("/wishes", { who: "villager", returns: Wishes }),
    wish: put("/wishes", { who: "villager", body: Wishes, returns: Wishes, limit: "60 a hour" }),
    house: get("/households/{household}", { who: ["household", ...CADRES], returns: HouseWay }),
    houseWish: put("/households/{household}", { who: ["household", ...CADRES], body: z.strictObject({ way: z.enum(WAYS) }), returns: HouseWay, fails: { "no-number": 409 }, about: "How a household without a signed-in phone is told: said by itself, or by a cadre." }),
    atDoor: get("/door", { who: CADRES, query: Page, returns: pageOf(DoorLine), about: "What is to be said at the door." }),
    toldAtDoor: post("/door/{household}/{line}", { who: CADRES, returns: Done }),
    pushKey: get("/push-key", { who: "anyone", returns: z.object({ key: z.string() }), cache: "1 hour", about: "The key with which a browser makes its subscription." }),
    subscribe: put("/push", {
      who: "visitor", body: z.strictObject({ endpoint: z.url().max(1000), keys: z.strictObject({ p256dh: PublicKey, auth: z.string().regex(/^[\w-]{22}(==)?$/) }) }),
      returns: Done, fails: { "unknown-push-service": 422, "no-device": 409 }, limit: "20 a hour", secret: true, about: "This phone may be pushed to.",
    }),
    unsubscribe: del("/push", { who: "visitor", returns: Done }),
  },
  emits: { wished: Wished, "house-wished": HouseWished, subscribed: Subscribed, digested: Digested, "told-at-door": ToldAtDoor },
  on: ["alerts/warnings/issued", "carrier/receipt"],
  clocks: ["tell", "leave", "round", "again"],
  work: { push: { lanes: ["push"], patient: true }, sms: { lanes: ["sms"], patient: true } },
  settings: {
    /** How often one sender may tell one person or household at once in a day; what comes after that is joined into the digest. */
    atOnceADay: count(5),
  },
  needs: ["messaging", "push"],
  reads: ["affairs/households", "alerts/contacts", "alerts/warnings", "platform/privacy"],
  keeps: { TELL: "180 days", TELLOUT: "90 days", TELLDAY: "90 days", TELLSMS: "90 days", TELLDOOR: "180 days" },
  byProxy: ["mine", "read", "digest", "wishes"],
});
