import type { DEAL_KINDS } from "../../../shared/market/supply-demand/deal.ts";

type Kind = (typeof DEAL_KINDS)[number];
type Texts = { zh: string; en: string };

/** What a post is called whose writer spoke instead of writing. */
const SPOKEN: Readonly<Record<Kind, Texts>> = {
  sell: { zh: "出售（听语音）", en: "For sale (voice)" }, buy: { zh: "求购（听语音）", en: "Wanted (voice)" }, lend: { zh: "借用（听语音）", en: "To lend (voice)" },
  work: { zh: "换工找活（听语音）", en: "Work (voice)" }, "second-hand": { zh: "二手（听语音）", en: "Second-hand (voice)" },
};
const LONGEST_TITLE = 60;

/** One line that says what a post is about: the first of its own words. */
export const titleOf = ({ kind, words }: { readonly kind: Kind; readonly words: string }): string | Texts =>
  words === "" ? SPOKEN[kind] : [...words.split("\n")[0]!].slice(0, LONGEST_TITLE).join("");

/** The price as the board says it. @example noteOf({ price: 350, unit: "斤", currency: "CNY" }) // { zh: "¥3.50 / 斤", en: "¥3.50 / 斤" } */
export const noteOf = ({ price, unit, currency }: { readonly price: number | null; readonly unit: string; readonly currency: string }): Texts => {
  if (price === null) return { zh: "价钱面议", en: "price to be agreed" };
  if (price === 0) return { zh: "不要钱", en: "for nothing" };
  const said = (locale: string): string => {
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    return `${format.format(price / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)).replace(/[.,]0+$/, "")} / ${unit}`;
  };
  return { zh: said("zh-CN"), en: said("en") };
};

/** One way to write letters: full width, spaces and signs between them go, so that a word cut in pieces is found. */
const plain = (words: string): string => words.normalize("NFKC").toLowerCase().replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF.·*_\-—、,，。]/g, "");

/**
 * Goods nobody may deal in on a village's board: wild animals and protected plants, arms and explosives, drugs, what kills fish and game in masses,
 * farm poisons that are banned, medicines on prescription, tobacco and fireworks without a licence, papers, bank cards and invoices.
 * (China: Wildlife Protection Law art. 28, Firearms Law, Narcotics Law, Fisheries Law art. 30, Ministry of Agriculture announcements 199 and 2032.)
 */
const FORBIDDEN: readonly (string | RegExp)[] = [
  "穿山甲", "野生动物", "野味", "娃娃鱼", "猫头鹰", "象牙", "犀角", "麝香", "果子狸", "野生兰", "红豆杉树皮",
  "猎枪", "气枪", "土铳", "鸟铳", "火药", "炸药", "雷管", "子弹", "管制刀具", "捕兽夹", "电鱼", "毒鱼", "地笼", "粘网",
  "罂粟", "大麻", "冰毒", "海洛因", "百草枯", "甲胺磷", "对硫磷", "毒鼠强", "处方药", "麻黄碱", "烟花", "鞭炮", "散装烟叶", "私烟",
  "身份证买卖", "卖身份证", "银行卡出租", "收银行卡", "收电话卡", "发票代开", "代开发票", "假币", "假证",
  "pangolin", "ivory", "rhinohorn", "explosive", "detonator", "ammunition", "paraquat", "cocaine", "heroin", "opium", "firework", "counterfeit", /shotgun|airgun|(?<!glue)(?<!spray)guns?forsale/,
];
/** The first forbidden thing found in what somebody offers, as it is listed; null when there is none. */
export const forbiddenIn = (words: string): string | null => {
  const letters = plain(words);
  for (const each of FORBIDDEN) {
    const found = typeof each === "string" ? (letters.includes(each) ? each : null) : each.exec(letters)?.[0] ?? null;
    if (found) return found;
  }
  return null;
};

/** Whether a telephone number stands among the words, where everybody could read it. */
export const holdsNumber = (words: string): boolean => /(?<!\d)(?:\+?\d[\s-]?){7,15}(?!\d)/.test(words.normalize("NFKC").replace(/\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/g, " "));

/** Whether a price lacks what it is for: "3.5" says nothing until it says "a jin". Nothing at all, and free of charge, need no unit. */
export const lacksUnit = ({ price, unit }: { readonly price?: number | undefined; readonly unit?: string | undefined }): boolean => (price ?? 0) > 0 && !unit;

/** The kinds that have enough offers for a shelf of their own, the fullest first. @param least how many that takes */
export const shelvesOf = <K extends string>(kinds: readonly K[], least: number): { kind: K; count: number }[] => {
  const counts = new Map<K, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).filter(({ count }) => count >= least).sort((a, b) => b.count - a.count);
};
