import type { Answer } from "../../core/client/types.ts";
import { call } from "../../core/client/client.ts";
import { here } from "../../core/router.ts";
import { session, whosIn } from "../../core/session.ts";
import { speakFor, t } from "../../core/words.ts";

export type TalkOf = Answer<"circle/replies", "talk">;
export type Reply = TalkOf["items"][number];
export type OwnReply = Answer<"circle/replies", "say">;

const OWN = "circle/replies";
/** A sentence of this feature, also where its parts stand on another feature's page. */
export const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  speakFor(OWN);
  const said = t(key, values);
  speakFor(here().name);
  return said;
};

const KEEPERS = ["office:secretary", "office:director", "office:committee", "township:director"];
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isKeeper = (): boolean => whosIn(here().village).some((who) => KEEPERS.includes(who));

const KEY = "wecountry.numbered";
/** A guest's phone gets a number of its own before it first says something, so that its words stay its own. */
export const numbered = async (): Promise<void> => {
  if (session() || localStorage.getItem(KEY) !== null) return;
  await call("platform/sign-in", "device", { quiet: true }).then(() => localStorage.setItem(KEY, "1")).catch(() => undefined);
};
