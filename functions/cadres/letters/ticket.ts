import { stableId } from "../../core/implement.ts";

/** Words anybody can say and write down, in both languages; one of sixty-four, twice. */
const WORDS = ("稻田 rice|白鹭 egret|竹林 bamboo|石桥 bridge|水车 mill|桃花 peach|燕子 swallow|耕牛 ox|山泉 spring|茶园 tea|月亮 moon|星星 star|彩虹 rainbow|露水 dew|春雨 rain|夏风 breeze|"
  + "秋叶 leaf|冬雪 snow|麦苗 wheat|南瓜 pumpkin|辣椒 pepper|橘子 orange|柿子 persimmon|板栗 chestnut|核桃 walnut|花生 peanut|莲藕 lotus|荷叶 lilypad|青蛙 frog|蜻蜓 dragonfly|蝴蝶 butterfly|蜜蜂 bee|"
  + "公鸡 rooster|鸭子 duck|山羊 goat|小马 pony|喜鹊 magpie|布谷 cuckoo|松树 pine|柳树 willow|槐花 acacia|桂花 osmanthus|菊花 daisy|梅花 plum|扁担 pole|箩筐 basket|斗笠 hat|蓑衣 cape|"
  + "犁头 plough|锄头 hoe|灶台 stove|米缸 jar|油灯 lamp|风筝 kite|鼓声 drum|笛子 flute|船桨 oar|渔网 net|水井 well|晒场 yard|瓦房 roof|木门 door|小路 path|炊烟 smoke").split("|").map((pair) => pair.split(" ") as [string, string]);

const draw = (below: number): number => crypto.getRandomValues(new Uint32Array(1))[0]! % below;

/** A number nobody can count on from (so a missing one shows nothing), and two words in the writer's language. */
export const newTicket = (language: "zh" | "en"): { readonly number: string; readonly word: string; readonly pair: string } => {
  const [one, two] = [draw(WORDS.length), draw(WORDS.length)];
  const digits = String(draw(100_000_000)).padStart(8, "0");
  const said = [WORDS[one]!, WORDS[two]!].map(([zh, en]) => (language === "zh" ? zh : en));
  return { number: `${digits.slice(0, 4)}-${digits.slice(4)}`, word: said.join(language === "zh" ? "" : "-"), pair: `${one}-${two}` };
};

/** The digits however they were typed; null where they are not eight. */
export const numberIn = (text: string): string | null => {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : null;
};

/** The two words, in whichever language, with whatever stands between them; null where they are not two of ours. */
export const pairIn = (text: string): string | null => {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[\s\-–—·,，、]/g, "");
  for (const [one, first] of WORDS.entries()) for (const start of first) {
    if (!plain.startsWith(start)) continue;
    const two = WORDS.findIndex((each) => each.includes(plain.slice(start.length)));
    if (two >= 0) return `${one}-${two}`;
  }
  return null;
};

/** What is kept of a ticket word. */
export const ticketMark = (number: string, pair: string): string => stableId(`ticket|${number}|${pair}`);
