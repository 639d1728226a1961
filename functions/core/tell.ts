import * as z from "zod";
import { Id, Instant } from "../../shared/contract/ids.ts";
import { LANGUAGES, say, type Language } from "../../shared/contract/language.ts";
import { wordsIn } from "../../shared/contract/profile.ts";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import type { FeatureCode } from "./implement.ts";
import { put, row, scrub, type Write } from "./rows.ts";

/** `own`: a matter of theirs, told at once; `digest`: one line of the day's digest; `now`: about life, which no quiet hour and no limit holds back. */
export const TELL_HOWS = ["own", "digest", "now"] as const;
export type TellHow = (typeof TELL_HOWS)[number];
export const TELL_TO = ["person", "household", "device"] as const;
export type TellTo = (typeof TELL_TO)[number];

/** What a change tells somebody: the sentence `tells.<key>` of the feature's own words.json. Never a name of a third person. */
export type Telling = ({ readonly household: string } | { readonly person: string } | { /** A guest's phone. */ readonly device: string }) & {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number | Readonly<Record<Language, string>>>>;
  /** A path below the village. */
  readonly where: string;
  readonly how?: TellHow;
  /** A line that must not travel in a copy of the village: who holds the copy may not know of the matter. */
  readonly stays?: true;
};

const KEEP = 180 * 86_400_000;
/** A line for somebody's phone, beside the change it follows from, in the same transaction. platform/messages lists, sends and digests it. */
export const Tell = row("TELL", () => z.object({
  id: Id, to: z.enum(TELL_TO), who: z.string(), feature: z.string(), key: z.string(), text: z.record(z.string(), z.string()), where: z.string(), how: z.enum(TELL_HOWS), at: Instant,
  /** Who caused it: a person, else the feature. Whoever tells somebody too often in a day is joined into the digest. */
  by: z.string(),
  /** When it is to be passed on; null once that is done. */
  look: Instant.nullable(),
  readBy: z.array(z.string()).default([]),
  stays: z.literal(true).optional(),
}), {
  id: (tell) => `${tell.who}#${tell.id}`,
  due: (tell) => (tell.look ? { at: tell.look, clock: "tell" } : null),
  expires: (tell) => new Date(Date.parse(tell.at) + KEEP).toISOString(),
  carried: (tell) => (tell.to === "device" || tell.stays ? null : { ...tell, look: null }),
  erase: (tell, who) =>
    (tell.to !== "household" && (tell.who === who.person || who.devices.includes(tell.who))) ? null
      : { ...tell, text: Object.fromEntries(Object.entries(tell.text).map(([language, text]) => [language, scrub(text, who)])), readBy: tell.readBy.filter((each) => each !== who.person), by: tell.by === who.person ? tell.feature : tell.by },
});
export type Tell = z.infer<typeof Tell.schema>;

const target = (telling: Telling): { to: TellTo; who: string } =>
  "household" in telling ? { to: "household", who: telling.household } : "person" in telling ? { to: "person", who: telling.person } : { to: "device", who: telling.device };

/** The same line twice for one of them is one line. */
const once = (tellings: readonly Telling[]): Telling[] => [...new Map(tellings.map((each) => [`${target(each).who}|${each.key}|${each.where}`, each])).values()];

/**
 * The lines a change tells, as writes of the same change: all rows together are at most 98, larger audiences are told by a listener, page by page.
 * @param by the one who acts: `caller.key`, or "system" and "clock", for whom the feature stands
 */
export const tellWrites = (feature: FeatureCode, tellings: readonly Telling[] | undefined, by: string, now: Date): Write[] => {
  if (!tellings?.length) return [];
  const words = wordsIn(environment().region.profile, feature.words);
  const at = now.toISOString();
  return once(tellings).map((telling) => {
    const key = `tells.${telling.key}`;
    if (!(key in words.zh)) throw new Error(`${feature.name} tells ${telling.key}, for which its words.json has no sentence`);
    const text = Object.fromEntries(LANGUAGES.map((language) => [language, say(words, language, key, Object.fromEntries(Object.entries(telling.values ?? {}).map(([name, value]) => [name, typeof value === "object" ? value[language] : value])))]));
    return put<Tell>(Tell, { id: clock().id(now), ...target(telling), feature: feature.name, key: telling.key, text, where: telling.where, how: telling.how ?? "own", at, by: by === "system" || by === "clock" ? feature.name : by, look: at, readBy: [], ...(telling.stays ? { stays: true as const } : {}) }, "new");
  });
};
