import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { Done } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { CodeAsked, DeviceChanged } from "./events.ts";

/** A phone number as typed; judged by the region's countries, and refused by name of the reason. */
const PhoneText = z.string().trim().min(1).max(40);
const Code = z.string().trim().regex(/^\d{6}$/);

/** A post somebody holds, wherever it is. */
const Post = z.object({ at: z.enum(["village", "township", "county", "region"]), id: z.string(), office: z.string() });
const Entered = z.object({ person: Id, name: z.string(), village: AreaCode.nullable(), offices: z.array(Post) });
/** One number, several people: the right code was given, now say who you are. */
const Choose = z.object({ choose: z.array(z.object({ person: Id, name: z.string() })) });
const REFUSED = { "wrong-code": 401, "code-too-old": 401, resting: 429 } as const;

export const contract = feature({
  functions: ["P03"],
  ifItFails: "Nobody can sign in anew; warnings still go out and can be answered without signing in.",
  prefix: ["NUMBER", "ASK", "FAMILY", "OFFICERPHONE", "SOURCE", "CODEDAY"],
  place: [{ tab: "me", shelf: "how", order: 1, icon: "phone" }],
  routes: {
    device: post("/device", { who: "visitor", at: "region", returns: Done, secret: true, about: "Gives a phone a number of its own, for counting" }),
    ask: post("/ask", {
      who: "visitor", at: "region", body: z.strictObject({ phone: PhoneText }),
      returns: z.object({ sent: z.literal(true), digits: z.literal(6), seconds: z.literal(300) }),
      fails: { "asked-too-often": 429, "too-many-numbers": 429, "codes-spent": 429, resting: 429 },
      about: "Sends a sign-in code; the answer is the same for every number",
    }),
    enter: post("/enter", {
      who: "visitor", at: "region", body: z.strictObject({ phone: PhoneText, code: Code, person: Id.optional() }),
      returns: z.union([Entered, Choose]), secret: true, fails: REFUSED,
    }),
    refresh: post("/refresh", { who: "anyone", at: "region", returns: Done, secret: true, about: "A new session for the refresh cookie, which changes each time" }),
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
    forget: post("/devices/{device}/forget", { who: "villager", at: "region", returns: Done, about: "Signs another of one's own phones out, a lost one" }),
  },
  emits: { asked: CodeAsked, entered: DeviceChanged, left: DeviceChanged, revoked: DeviceChanged },
  on: ["platform/sign-in/asked", "platform/villages/roll-imported"],
  work: { code: { lanes: ["codes"] } },
  needs: ["signing", "phones", "messaging"],
  reads: ["alerts/contacts", "platform/offices", "platform/villages"],
});
