import { FIELDS, type Field } from "../../../shared/platform/villages/roll.ts";
import { VULNERABLE } from "../../../shared/platform/villages/vulnerable.ts";
import type { Language } from "../../../shared/contract/language.ts";

/** What people write over their columns, besides the field's own name. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  house: ["门牌", "门牌号", "户号", "house number", "house no"], group: ["小组", "组", "村民小组", "hamlet"], name: ["姓名", "名字", "full name"],
  head: ["户主", "是否户主", "head of household"], born: ["出生年", "出生年份", "出生", "出生日期", "born in", "year of birth"], phone: ["手机", "手机号", "电话", "联系电话", "mobile"],
  "sleeps-here": ["在家住", "是否在家住", "常住", "sleeps here"], vulnerable: ["需要照顾", "照顾", "needs care"], language: ["语言"], order: ["路线", "路线顺序", "顺序", "walking order"],
};
const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase().replace(/[\s_]+/g, " ");
const BY_HEADER = new Map(FIELDS.flatMap((field) => [field, ...HEADERS[field]].map((name) => [plain(name), field] as const)));

/** Which column holds which field, and the headers nobody knows. */
export const readHeader = (cells: readonly string[]): { columns: ReadonlyMap<Field, number>; ignored: string[] } => {
  const columns = new Map<Field, number>();
  const ignored: string[] = [];
  cells.forEach((cell, i) => {
    const field = BY_HEADER.get(plain(cell));
    if (field && !columns.has(field)) columns.set(field, i);
    else if (cell.trim()) ignored.push(cell.trim().slice(0, 40));
  });
  return { columns, ignored };
};

const YES = ["是", "有", "对", "在", "√", "✓", "1", "yes", "y", "true", "户主", "head"];
const NO = ["否", "不", "无", "不是", "不在", "没有", "×", "0", "no", "n", "false"];
/** Yes, no, the usual where nothing is written; null for any other word. */
export const readYesNo = (text: string, usual: boolean): boolean | null => {
  const word = plain(text);
  return word === "" ? usual : YES.includes(word) ? true : NO.includes(word) ? false : null;
};

type Vulnerable = (typeof VULNERABLE)[number];
const CARE: Readonly<Record<Vulnerable, readonly string[]>> = {
  alone: ["独居", "独居老人", "一个人住"], "bed-bound": ["卧床", "瘫痪"], child: ["儿童", "小孩", "留守儿童"], deaf: ["聋", "耳聋", "听不见"], blind: ["盲", "失明", "看不见"],
  "cannot-read": ["不识字", "文盲"], "no-phone": ["没手机", "无手机", "没有手机"], pregnant: ["孕妇", "怀孕"], chronic: ["慢病", "慢性病", "重病"],
};
const BY_CARE = new Map(VULNERABLE.flatMap((code) => [code, ...CARE[code]].map((word) => [plain(word), code] as const)));
const NOTHING = ["", "无", "否", "没有", "no", "none"];

/** Codes or Chinese words, separated by 、 ; , | or a slash; null if one of them is not known. */
export const readCare = (text: string): Vulnerable[] | null => {
  if (NOTHING.includes(plain(text))) return [];
  const found = text.split(/[、;；,，|/]+/).filter((word) => word.trim() !== "").map((word) => BY_CARE.get(plain(word)));
  return found.every((code) => code !== undefined) ? [...new Set(found)] : null;
};

const LANGUAGES: Readonly<Record<string, Language>> = { zh: "zh", 中文: "zh", 汉语: "zh", 普通话: "zh", chinese: "zh", en: "en", 英文: "en", 英语: "en", english: "en" };
export const readLanguage = (text: string, usual: Language): Language | null => (plain(text) === "" ? usual : LANGUAGES[plain(text)] ?? null);

/** The year of a year or a date; only the year is kept. Undefined if it is none, or no living person's. */
export const readYear = (text: string, thisYear: number): number | null | undefined => {
  if (plain(text) === "") return null;
  const match = /^(\d{4})(?:\s*年.*|[-/.]\d{1,2}.*)?$/.exec(plain(text));
  const year = Number(match?.[1]);
  return match && year >= thisYear - 125 && year <= thisYear ? year : undefined;
};
