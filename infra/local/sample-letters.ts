import { environment } from "../../functions/core/environment.ts";
import { dayAfter, dayIn } from "../../shared/contract/days.ts";
import type { Someone } from "./sample-api.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

const village = QINGSHAN;
/** The useful numbers of a village, those one may need in a hurry first. */
const numbers = () => [
  { kind: "emergency", name: sayIn({ zh: "急救", en: "Ambulance" }), number: "120" }, { kind: "doctor", name: sayIn({ zh: "村医 老周", en: "Doctor Zhou" }), number: "138 0000 1033", note: sayIn({ zh: "晚上也接", en: "at night too" }) },
  { kind: "power", name: sayIn({ zh: "供电所抢修", en: "Power repairs" }), number: "95598" }, { kind: "bus", name: sayIn({ zh: "进城班车 老高", en: "Bus to town" }), number: "0745-262 1234", note: sayIn({ zh: "早上七点、下午一点半，村口等", en: "at seven and half past one, from the village gate" }) },
] as const;

/**
 * Letters with answers, one of them on the wall; who is on duty; the useful numbers.
 * @param villager writes; `secretary` answers and keeps roster and numbers; `gridWorker` shows a card
 * @param now the evening the sample tells of
 */
export const writeLetters = async (villager: Someone, secretary: Someone, gridWorker: Someone, now: Date): Promise<void> => {
  const asked = await villager("cadres/letters", "send", { village, body: { category: "request", privacy: "public", words: sayIn({ zh: "河边的路灯坏了三盏，孩子晚上放学看不见路。能不能早点换？", en: "Three lamps by the river are out: children walk home in the dark. Could they be changed soon?" }) } });
  await secretary("cadres/letters", "reply", { village, params: { id: String(asked["id"]) }, body: { words: sayIn({ zh: "灯已经买好，明天上午电工来换，换好我拍照放日记里。谢谢您提醒。", en: "The lamps are bought; the electrician comes tomorrow morning. Thank you for telling us." }) }, mayFail: ["not-allowed-now"] });
  await villager("cadres/letters", "send", { village, body: { category: "advice", privacy: "secretary", words: sayIn({ zh: "祠堂门口能不能放两条长凳？老人晒太阳好有个坐的地方。", en: "Could two benches stand at the hall, for the old people in the sun?" }) } });
  await secretary("cadres/duty", "savePhones", { village, body: { office: "0745-262 1000", night: "138 0000 1021" } });
  await secretary("cadres/duty", "saveCard", { village, body: { matters: sayIn({ zh: "村里的大事小事，找不到人就找我", en: "Anything: if you do not know whom to ask, ask me" }), phone: "138 0000 1021", agrees: true } });
  await gridWorker("cadres/duty", "saveCard", { village, body: { matters: sayIn({ zh: "低保、医保、残疾证，上门帮您填表", en: "Allowances, insurance: I come and help with the forms" }), agrees: false } });
  const { cards } = await secretary("cadres/duty", "board", { village }) as { cards: readonly { person: string }[] };
  const day = dayIn(environment().region.zone, now);
  for (const [i, hours] of [{ day, from: "18:00", to: "08:00" }, { day: dayAfter(day), from: "08:00", to: "18:00" }].entries()) {
    const person = cards[i % cards.length]?.person;
    if (person) await secretary("cadres/duty", "plan", { village, body: { person, ...hours } });
  }
  for (const body of numbers()) await secretary("services/phone-book", "add", { village, body, mayFail: ["number-there"] });
};
