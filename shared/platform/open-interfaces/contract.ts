import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { Name } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { HookEnded, HookMade, HookPaused, HookResumed, HookTested, HostsAllowed, KeyEnded, KeyMade } from "./events.ts";
import { HOOKED } from "./hooked.ts";

/** A key or a webhook speaks for a post; these posts answer for the village. */
const KEEPERS = office("secretary", "committee");
const Feature = z.string().regex(/^[a-z]+\/[a-z-]+$/).max(60);
const Names = z.record(z.string(), z.string());
const Key = z.object({
  id: Id, name: z.string(), office: z.string(), scopes: z.array(z.string()), perDay: z.number().int(), at: Instant, until: Instant, ended: Instant.nullable(),
  usedToday: z.number().int(), last: Instant.nullable(),
});
const NewKey = z.strictObject({
  name: Name,
  /** For which of the maker's own posts. */
  office: z.enum(["office:secretary", "office:committee"]),
  scopes: z.array(Feature).min(1).max(20), perDay: z.number().int().min(1).max(20_000).default(1000), days: z.number().int().min(1).max(366).default(90),
});
const Hook = z.object({ id: Id, name: z.string(), url: z.string(), events: z.array(z.enum(HOOKED)), state: z.enum(["active", "paused", "ended"]), failures: z.number().int(), at: Instant });
const NewHook = z.strictObject({ name: Name, url: z.string().trim().min(1).max(300), events: z.array(z.enum(HOOKED)).min(1) });
/** A whole host name, small letters: no address, no wild card, no port. */
const Host = z.string().trim().toLowerCase().regex(/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);
const Delivery = z.object({ id: z.string(), event: z.string(), at: Instant, state: z.enum(["waiting", "sent", "failed"]), tries: z.number().int(), status: z.number().int().nullable(), why: z.string(), lastAt: Instant.nullable() });
const AddressFails = { "address-not-allowed": 422 } as const;

export const contract = feature({
  functions: ["P18"],
  ifItFails: "Other systems are told nothing and their keys open nothing; what people do in the village goes on.",
  prefix: ["APIKEY", "APICALL", "APIUSE", "HOOK", "HOOKSENT", "HOOKHOST"],
  keeps: { APICALL: "30 days", HOOKSENT: "30 days" },
  place: [
    { tab: "village", shelf: "books", order: 11, icon: "tool" },
    { tab: "operator", shelf: "villages", order: 4, icon: "tool", only: ["operator"] },
  ],
  routes: {
    openapi: get("/openapi", { at: "region", who: "anyone", returns: z.record(z.string(), z.unknown()), cache: "1 hour", about: "The whole interface as an OpenAPI 3.1 document." }),
    hosts: get("/hosts", { at: "region", who: ["operator", "villager"], returns: z.object({ hosts: z.array(z.string()), version: z.number().int() }), about: "Where webhooks may go." }),
    allowHosts: put("/hosts", { at: "region", who: "operator", body: z.strictObject({ hosts: z.array(Host).max(200) }), returns: z.object({ hosts: z.array(z.string()), version: z.number().int() }) }),
    csv: get("/csv/{list}", { who: "anyone", returns: z.string(), type: "text/csv", cache: "5 minutes", about: "A public list as CSV (RFC 4180): notices, offices." }),
    feed: get("/feed", { who: "anyone", returns: z.string(), type: "application/atom+xml", cache: "1 minute", about: "Notices for the whole village as an Atom feed (RFC 4287)." }),
    scopes: get("/scopes", { who: KEEPERS, returns: z.object({ items: z.array(z.object({ feature: z.string(), label: Names, routes: z.array(z.string()) })) }), about: "What a key may be made for." }),
    keys: get("/keys", { who: KEEPERS, query: Page, returns: pageOf(Key) }),
    makeKey: post("/keys", { who: KEEPERS, body: NewKey, returns: z.object({ id: Id, key: z.string(), until: Instant }), secret: true, limit: "20 a day", fails: { "too-many-keys": 409, "not-your-post": 403 }, about: "Makes a key and shows it, once." }),
    endKey: post("/keys/{id}/end", { who: KEEPERS, returns: Done, about: "Ends a key at once." }),
    calls: get("/keys/{id}/calls", { who: KEEPERS, query: Page, returns: pageOf(z.object({ id: Id, feature: z.string(), route: z.string(), at: Instant })), about: "What a key asked, newest first." }),
    self: get("/self", { who: KEEPERS, returns: z.object({ name: z.string(), scopes: z.array(z.string()), perDay: z.number().int(), usedToday: z.number().int(), until: Instant }), about: "What the key that asks may do." }),
    events: get("/events", {
      who: KEEPERS, query: z.strictObject({ after: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
      returns: z.object({ items: z.array(z.object({ id: Id, name: z.string(), at: Instant, office: z.string().nullable(), data: z.record(z.string(), z.unknown()).nullable() })), next: Id.nullable() }),
      about: "What happened in public matters, oldest first, after an event one knows.",
    }),
    hooks: get("/hooks", { who: KEEPERS, query: Page, returns: pageOf(Hook) }),
    makeHook: post("/hooks", { who: KEEPERS, body: NewHook, returns: z.object({ id: Id, secret: z.string() }), secret: true, limit: "20 a day", fails: { "too-many-hooks": 409, ...AddressFails }, about: "Makes a webhook and shows the secret it is signed with, once." }),
    endHook: post("/hooks/{id}/end", { who: KEEPERS, returns: Done }),
    resumeHook: post("/hooks/{id}/resume", { who: KEEPERS, returns: Done, fails: AddressFails }),
    testHook: post("/hooks/{id}/test", { who: KEEPERS, returns: z.object({ delivery: z.string() }), limit: "30 a hour", about: "Sends one delivery that means nothing." }),
    deliveries: get("/hooks/{id}/deliveries", { who: KEEPERS, query: Page, returns: pageOf(Delivery) }),
  },
  emits: { "key-made": KeyMade, "key-ended": KeyEnded, "hook-made": HookMade, "hook-ended": HookEnded, paused: HookPaused, resumed: HookResumed, tested: HookTested, "hosts-allowed": HostsAllowed },
  on: [...HOOKED, "platform/open-interfaces/tested"],
  work: { deliver: { lanes: ["out"] } },
  needs: ["phones"],
  reads: ["affairs/notices", "platform/offices"],
  byKey: ["self", "events"],
});
