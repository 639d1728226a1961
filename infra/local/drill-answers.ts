import type { PhonesCarrier } from "./phones-carrier.ts";
import type { Someone } from "./sample-api.ts";
import { QINGSHAN } from "./sample-people.ts";

export interface BoardLine { readonly household: string; readonly no: string; readonly head: string; readonly sleepers: number; readonly vulnerable: readonly string[]; readonly open: boolean; readonly state: string }
/** Who does not simply leave: one says "got it" only, one where a grandfather stayed, one silent. */
export interface Three { readonly gotIt: BoardLine; readonly stayed: BoardLine; readonly silent: BoardLine }

/** Three different houses; the two that write have a phone of their own. */
export const chooseThree = (lines: readonly BoardLine[], hasPhone: (line: BoardLine) => boolean): Three => {
  const writing = lines.filter(hasPhone);
  const [gotIt, stayed] = [writing[0], writing[1]];
  const silent = lines.find((line) => line !== gotIt && line !== stayed);
  if (!gotIt || !stayed || !silent) throw new Error("the sample village has too few houses for a drill");
  return { gotIt, stayed, silent };
};

interface Scene { readonly three: Three; readonly warning: string; readonly secretary: Someone; readonly gridWorker: Someone }
const tick = (who: Someone, warning: string, households: readonly string[], body: Readonly<Record<string, unknown>>) =>
  who("alerts/roll-call", "tick", { village: QINGSHAN, params: { warning }, body: { households, channel: "helper", ...body } });

/** Most write "2" and how many left; houses without a phone, and in heat the vulnerable, are seen at the door by the grid worker. */
export const answerAll = async ({ lines, three, warning, carrier, gridWorker, vulnerableOnly, phonesOf }: Scene & { readonly lines: readonly BoardLine[]; readonly carrier: PhonesCarrier; readonly vulnerableOnly: boolean; readonly phonesOf: (line: BoardLine) => readonly string[] }): Promise<void> => {
  const special = new Set([three.gotIt.household, three.stayed.household, three.silent.household]);
  const doors: string[] = [];
  const behind = Map.groupBy(lines.flatMap((line) => phonesOf(line)), (phone) => phone);
  await write(carrier, phonesOf(three.gotIt)[0], "1");
  await write(carrier, phonesOf(three.stayed)[0], vulnerableOnly ? "1" : "4 爷爷不肯走");
  for (const line of lines) {
    if (special.has(line.household)) continue;
    // A phone that stands for two houses would be asked "for whom?": those are seen at the door.
    const phone = phonesOf(line).find((number) => behind.get(number)?.length === 1);
    if (phone && !vulnerableOnly && line.vulnerable.length === 0) { await write(carrier, phone, `2 ${line.sleepers}`); } else doors.push(line.household);
  }
  for (let i = 0; i < doors.length; i += 20) await tick(gridWorker, warning, doors.slice(i, i + 20), { is: "safe" });
};
const write = async (carrier: PhonesCarrier, phone: string | undefined, text: string): Promise<void> => { if (phone) await carrier.reply(phone, text); };

const label = (line: BoardLine): string => `${line.no} ${line.head}`.trim();
/** A paper tick off a door sheet, a relative's word, and a helper on the spot. */
export const closeThree = async ({ three, warning, secretary, gridWorker }: Scene): Promise<{ name: string; how: string }[]> => {
  const sheet = await secretary("alerts/door-sheets", "print", { village: QINGSHAN, params: { warning }, body: { sweeper: "吴晓燕", groups: [] } });
  await secretary("alerts/door-sheets", "enter", { village: QINGSHAN, params: { warning, id: String(sheet["id"]) }, body: { by: "吴晓燕", ticks: [{ household: three.gotIt.household, is: "safe", people: three.gotIt.sleepers, at: new Date().toISOString() }] } });
  await secretary("alerts/answers", "forHousehold", { village: QINGSHAN, params: { warning, household: three.silent.household }, body: { fact: "away", saidBy: "女儿(在东莞)", inPerson: true } });
  await tick(gridWorker, warning, [three.stayed.household], { is: "safe", people: three.stayed.sleepers });
  return [{ name: label(three.gotIt), how: "paper" }, { name: label(three.silent), how: "a relative's word" }, { name: label(three.stayed), how: "a helper" }];
};
