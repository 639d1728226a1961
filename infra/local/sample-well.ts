import { dayAfter, dayIn } from "../../shared/contract/days.ts";
import { environment } from "../../functions/core/environment.ts";
import { stableId } from "../../functions/core/stable-id.ts";
import type { SampleApi, Someone } from "./sample-api.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

const village = QINGSHAN;
const at7 = (name: string): string => stableId(`${QINGSHAN}|7|${name}`);
const grandmother = { params: { person: at7("刘桂英") } };

/** Number 7 looks after its grandmother: her son far away first, then the neighbour, then who has the post. */
const care = async (wife: Someone): Promise<void> => {
  await wife("services/care", "begin", { village, ...grandmother, body: { by: "10:00" } });
  const circle = [{ kind: "relative", name: "李志勇", house: "7", after: 0 }, { kind: "neighbour", name: "王德明", house: "8", after: 60 }, { kind: "cadre", after: 120 }];
  for (const body of circle) await wife("services/care", "circle", { village, ...grandmother, body, mayFail: ["in-it-already"] });
  await wife("services/care", "well", { village, ...grandmother, body: { how: "seen" } });
};

/** A father in Dongguan and his daughter leave each other a word; he says when he comes home, with two seats free. */
const far = async (wife: Someone, husband: Someone): Promise<void> => {
  const today = dayIn(environment().region.zone, new Date());
  const line = await wife("circle/family-voices", "open", { village, body: { child: at7("李小雨"), parent: "李志勇" }, mayFail: ["already-open"] });
  const say = (who: Someone, zh: string, en: string): Promise<unknown> => who("circle/family-voices", "leave", { village, params: { id: String(line["id"]) }, body: { words: sayIn({ zh, en }), media: [] } });
  if (line["id"]) {
    await say(husband, "小雨，爸爸今天发工资了，给你买了新书包。乖，听奶奶的话。", "Xiaoyu, papa got paid today and bought you a new schoolbag. Be good to grandmother.");
    await say(wife, "爸爸，我数学考了九十八分！奶奶的腿好多了，你什么时候回来呀？", "Papa, I got 98 in maths! Grandmother’s leg is much better. When do you come home?");
  }
  await husband("circle/away", "leave", { village, body: { from: dayAfter(today, -20), until: dayAfter(today, 8), where: sayIn({ zh: "东莞长安", en: "Dongguan" }) } });
  await husband("circle/away", "offer", { village, body: { day: dayAfter(today, 9), from: sayIn({ zh: "东莞长安", en: "Dongguan" }), seats: 2, how: sayIn({ zh: "早上六点，长安车站北门碰头", en: "Six in the morning, north gate of the station" }) } });
};

/** An old man at number 9 learns the phone from the woman of number 7; free Wi-Fi at the village hall. */
const phones = async (wife: Someone, secretary: Someone): Promise<void> => {
  const lesson = await secretary("services/phone-lessons", "ask", { village, body: { name: "周福生", house: "9", wish: sayIn({ zh: "想学会回预警，还想看看城里孙子的照片", en: "To answer warnings, and to see pictures of the grandson in town" }), media: [] }, mayFail: ["already-asked"] });
  await wife("services/phone-lessons", "volunteer", { village, body: { on: true } });
  await secretary("services/phone-lessons", "vouch", { village, params: { person: at7("张海燕") } });
  if (lesson["id"]) await wife("services/phone-lessons", "take", { village, params: { id: String(lesson["id"]) }, body: {}, mayFail: ["not-allowed-now"] });
  await secretary("services/wifi", "add", { village, body: { name: "QingShan-Free", where: sayIn({ zh: "村委会门口和小广场", en: "village hall and square" }), key: "qs12345678" } });
};

/** Its people are well: a grandmother cared for, a child who hears her father, a lesson agreed, Wi-Fi at the hall. */
export const keepWell = async (api: SampleApi, secretary: Someone): Promise<void> => {
  const [wife, husband] = await api.signIn("+8613800001007", "+8613800001107") as [Someone, Someone];
  await care(wife);
  await far(wife, husband);
  await phones(wife, secretary);
};
