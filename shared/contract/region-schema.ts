import * as z from "zod";
import { LANGUAGES } from "./language.ts";

/** How people of a region can answer a warning; templates take their last sentence from it, never "reply 1" without `sms`. */
export const AnswerWay = z.enum(["sms", "link", "missed-call", "phone"]);

/** What running code may know of its region; the whole region file (stacks, limits, CDN) stands in infra/regions. */
export const RegionFacts = z.strictObject({
  name: z.string(),
  profile: z.enum(["cn-village", "plain-village"]),
  /** IANA zone, for display and for "today", "quarter", "quiet hours" only. */
  zone: z.string(),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  currency: z.string().length(3),
  /** How many characters of a village's code name its county and its township. */
  areaCode: z.strictObject({ village: z.number().int(), township: z.number().int(), county: z.number().int() }),
  /** Countries (ISO 3166) whose mobile numbers are taken. */
  phoneCountries: z.array(z.string().length(2)).min(1),
  answers: z.array(AnswerWay).min(1),
  /** The number people call or text; shown in every warning. */
  helpPhone: z.string(),
  /** The country's emergency number (China: 119 and 120). */
  emergencyPhone: z.string(),
  /** Whom to call first when somebody is missing (China: 110). */
  policePhone: z.string(),
  /** Whether a link may stand in an SMS (off where carriers drop them). */
  smsLinks: z.boolean(),
  messaging: z.strictObject({
    adapter: z.enum(["sns", "eum", "phones", "aliyun"]),
    partsPerSecond: z.number().positive(),
    /** Minor units a part, for the figure beside the button. */
    partPrice: z.number().nonnegative(),
    senderId: z.string().optional(),
    codesPerDay: z.number().int(),
  }),
  authority: z.strictObject({
    /** Who issues the weather warnings that are relayed. */
    weather: z.string(),
    /** Offices that may order people to move: "county:duty-officer", "office:secretary", … */
    mayOrder: z.array(z.string()),
  }),
  /** [from, to) hours in the region's zone in which only red goes out by sound, and red starts loudspeaker and door list at once. */
  night: z.tuple([z.number().int(), z.number().int()]),
  /** Outside production every warning's status is forced to Test. */
  production: z.boolean(),
});
