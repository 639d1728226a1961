import { titlesOf } from "../../../shared/contract/profile.ts";
import { settingsInForce } from "../../../shared/contract/settings.ts";
import { latestNotice } from "../../affairs/notices/reads.ts";
import { onDuty } from "../../affairs/village-home/reads.ts";
import { runningAlerts } from "../../alerts/warnings/reads.ts";
import { isSmall, type Sheet } from "../../core/implement.ts";
import { holdersOf } from "../offices/reads.ts";
import type { PaperGiven } from "./given.ts";

const everybody = (): true => true;
/** Who holds which post. */
export const officersOf = ({ table, region, village, facts }: PaperGiven): Promise<{ office: string; name: string }[]> => holdersOf(table, region, village, facts.profile);

const offices = async (given: PaperGiven): Promise<Sheet> => ({
  title: { zh: "谁担任什么", en: "Who holds which post" }, where: "platform/offices", since: null, stands: "stands", sees: everybody,
  words: (await officersOf(given)).map(({ office, name }) => `${titlesOf(given.facts.profile, "village", office).zh}|${name}`),
});

/** The habits in force, each with its value: what a sheet of "how our village does it" says. */
const habits = async ({ village }: PaperGiven): Promise<Sheet> => {
  const { contracts } = await import("../../../shared/registry.ts");
  const small = isSmall(village);
  const lines = Object.entries(contracts).flatMap(([feature, contract]) => Object.entries(settingsInForce(feature, contract.settings ?? {}, village.settings, small)).map(([name, value]) => `${feature}.${name}=${JSON.stringify(value)}`));
  return { title: { zh: "村里怎么办事", en: "How our village does it" }, where: "platform/villages", since: null, stands: "stands", sees: everybody, words: [...lines.sort(), ...village.off.map((each) => `off ${each}`)] };
};

/** The first page of the village as it hangs on the wall: the warning, who is on duty, the newest notice. */
const wall = async (given: PaperGiven): Promise<Sheet> => {
  const [alerts, notice, officers] = await Promise.all([runningAlerts(given.table, given.now), latestNotice(given.table, given.now), officersOf(given)]);
  return {
    title: { zh: "村里今天", en: "The village today" }, where: "", since: notice?.publishedAt ?? null, stands: "stands", sees: everybody,
    words: [...alerts.map((each) => `${each.id} ${each.colour}`).sort(), notice ? `${notice.id} ${notice.title}` : "", ...officers.map(({ office, name }) => `${office}|${name}`), given.facts.helpPhone],
  };
};

/** The pocket card: whom to call and how to answer. It stays true while other news goes by. */
const card = async (given: PaperGiven): Promise<Sheet> => ({
  title: { zh: "口袋卡", en: "Pocket card" }, where: "platform/paper/card", since: null, stands: "stands", sees: everybody,
  words: [onDuty(await officersOf(given)) ?? "", given.facts.helpPhone, given.facts.emergencyPhone, ...given.facts.answers],
});

/** Pages that are the village's as a whole, not one row's: by feature and, where a feature has several, by name. */
export const WHOLE: Readonly<Record<string, (given: PaperGiven) => Promise<Sheet>>> = {
  "platform/offices#": offices, "platform/villages#": habits, "platform/paper#wall": wall, "platform/paper#card": card,
};
