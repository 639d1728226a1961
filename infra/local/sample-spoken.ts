import { readFileSync } from "node:fs";
import type { SampleApi, Someone } from "./sample-api.ts";
import type { StoryClock } from "./sample-clock.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

const MINUTE = 60_000;
/** The way people talk around here, with the first sentences somebody has written down. */
const TALK = { code: "hsn", name: "本地话" } as const;

/** The secretary brings a first file of how people talk here: the frame, the listening page and what two warnings say. */
export const speakAsHere = async (secretary: Someone): Promise<void> => {
  // The dialect is written in Chinese characters: elsewhere nobody would read it.
  if (sayIn({ zh: "zh", en: "" }) !== "zh") return;
  await secretary("platform/languages", "add", { village: QINGSHAN, body: TALK });
  const words = JSON.parse(readFileSync(new URL("sample/spoken.json", import.meta.url), "utf8")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  await secretary("platform/languages", "bring", { village: QINGSHAN, params: { code: TALK.code }, body: { words } });
};

/** A stranger advertises loans; two villagers report it, and it waits for somebody to look. */
export const reportAdvert = async (api: SampleApi, clock: StoryClock, from: Date, ...villagers: readonly Someone[]): Promise<void> => {
  clock.at(new Date(from.getTime() + 5 * MINUTE));
  const left = await api.guest("lender")("circle/guestbook", "leave", { village: QINGSHAN, body: { words: sayIn({ zh: "要用钱的乡亲看过来，低息贷款，当天到手，不查征信！", en: "Need money? Cheap loans, paid out today, no questions asked!" }) } });
  for (const villager of villagers) {
    await villager("circle/moderation", "report", { village: QINGSHAN, body: { feature: "circle/guestbook", thing: String(left["id"]), rule: "fraud", note: sayIn({ zh: "这是骗钱的", en: "This is a swindle" }) }, mayFail: ["own-words"] });
  }
};
