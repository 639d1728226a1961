import { getCountries } from "libphonenumber-js/mobile";

/** What has been answered so far, by the flag's name. */
export type Answered = Readonly<Record<string, string>>;

export interface Question {
  /** The flag: --aws-region ap-southeast-1. */
  readonly flag: string;
  readonly asks: string;
  /** What Enter means; none where the operator must say it. "" where it may stay open. */
  readonly otherwise?: (soFar: Answered) => string | undefined;
  /** Whether it is asked at all. */
  readonly when?: (soFar: Answered) => boolean;
  /** What is wrong with an answer, as a sentence; null when nothing is. */
  readonly wrong?: (answer: string, soFar: Answered) => string | null;
}

export const listOf = (answer: string): string[] => answer.split(/[\s,]+/).filter(Boolean);
const china = (soFar: Answered): boolean => (soFar["aws-region"] ?? "").startsWith("cn-");
const isChina = (soFar: Answered): boolean => soFar["country"] === "CN";
const countries: readonly string[] = getCountries();
const known = (kind: "timeZone" | "currency", value: string): boolean => {
  if (kind === "currency") return Intl.supportedValuesOf("currency").includes(value);
  try { new Intl.DateTimeFormat("en", { timeZone: value }); return true; } catch { return false; }
};
const oneOf = (...names: string[]) => (answer: string): string | null => (names.includes(answer) ? null : `"${answer}" is not one of ${names.join(", ")}.`);
const allOf = (...names: string[]) => (answer: string): string | null => {
  const strange = listOf(answer).filter((each) => !names.includes(each));
  return listOf(answer).length === 0 ? `Name at least one of ${names.join(", ")}.` : strange.length > 0 ? `"${strange[0]}" is not one of ${names.join(", ")}.` : null;
};
const number = (what: string, least: number, most: number, whole = true) => (answer: string): string | null => {
  const value = Number(answer);
  if (answer.trim() === "" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return `"${answer}" is not a ${whole ? "whole " : ""}number.`;
  return value < least || value > most ? `${what} stands between ${least} and ${most}.` : null;
};
const phone = (answer: string): string | null => (/^\+?[\d -]{3,20}$/.test(answer) ? null : `"${answer}" is not a phone number.`);
const some = (what: string) => (answer: string): string | null => (answer.trim().length > 0 && answer.length <= 80 && !/["\\`\n]/.test(answer) ? null : `${what} has 1 to 80 characters, without quotation marks.`);

/** All that is asked for a new region, in this order. */
export const QUESTIONS: readonly Question[] = [
  { flag: "country", asks: "Which country (two letters, e.g. SG)?", wrong: (answer) => (countries.includes(answer) ? null : `"${answer}" is not a country's two letters (ISO 3166, in capitals).`) },
  {
    flag: "aws-region", asks: "Which AWS region?", otherwise: (soFar) => (isChina(soFar) ? "cn-north-1" : undefined),
    wrong: (answer, soFar) => !/^[a-z]{2}-[a-z]+-\d$/.test(answer) ? `"${answer}" does not look like an AWS region, e.g. ap-southeast-1.`
      : answer.startsWith("us-gov") ? "This version knows the partitions aws and aws-cn."
        : answer.startsWith("cn-") && !isChina(soFar) ? `${answer} is one of China's regions; its account and its laws are China's.` : null,
  },
  { flag: "name", asks: "The region's own name (the AWS region, or that with a word behind it)?", otherwise: (soFar) => soFar["aws-region"],
    wrong: (answer, soFar) => (answer === soFar["aws-region"] || (answer.startsWith(`${soFar["aws-region"]}-`) && /^[a-z0-9]{1,8}$/.test(answer.slice((soFar["aws-region"] ?? "").length + 1))) ? null : `The name is ${soFar["aws-region"]}, or ${soFar["aws-region"]}-<up to 8 small letters or figures>.`) },
  { flag: "profile", asks: "Which profile, cn-village or plain-village?", otherwise: (soFar) => (isChina(soFar) ? "cn-village" : "plain-village"), wrong: oneOf("cn-village", "plain-village") },
  { flag: "zone", asks: "Which time zone (e.g. Asia/Singapore)?", otherwise: (soFar) => (isChina(soFar) ? "Asia/Shanghai" : undefined), wrong: (answer) => (known("timeZone", answer) ? null : `"${answer}" is not a time zone of the IANA list.`) },
  { flag: "languages", asks: "Which languages, the first one first (zh, en)?", otherwise: (soFar) => (isChina(soFar) ? "zh,en" : "en"), wrong: allOf("zh", "en") },
  { flag: "currency", asks: "Which currency (three letters)?", otherwise: (soFar) => (isChina(soFar) ? "CNY" : undefined), wrong: (answer) => (known("currency", answer) ? null : `"${answer}" is not a currency's three letters (ISO 4217).`) },
  {
    flag: "area-code", asks: "How many characters has a village's code, how many of them name its township, how many its county?", otherwise: () => "12,9,6",
    wrong: (answer) => { const [village = 0, township = 0, county = 0] = listOf(answer).map(Number); return listOf(answer).length === 3 && village > township && township > county && county > 0 && village <= 24 ? null : "Three numbers, each smaller than the one before, 24 at most: village, township, county."; },
  },
  { flag: "phone-countries", asks: "Mobile numbers of which countries are taken?", otherwise: (soFar) => soFar["country"], wrong: (answer) => { const strange = listOf(answer).find((each) => !countries.includes(each)); return listOf(answer).length === 0 ? "Name at least one country." : strange ? `"${strange}" is not a country's two letters.` : null; } },
  { flag: "adapter", asks: "Who carries messages: sns (AWS, one way) or aliyun (approved templates)?", otherwise: (soFar) => (china(soFar) ? "aliyun" : "sns"),
    wrong: (answer, soFar) => answer === "eum" ? "eum (AWS End User Messaging) is not part of this version: sns or aliyun." : china(soFar) && answer === "sns" ? "China partitions have no SNS SMS: aliyun." : oneOf("sns", "aliyun")(answer) },
  { flag: "sign-name", asks: "The sender's signature that the provider approved?", when: (soFar) => soFar["adapter"] === "aliyun", wrong: some("A signature") },
  { flag: "sender-id", asks: "The sender's name on the phone, where the country allows one (Enter: none)?", when: (soFar) => soFar["adapter"] === "sns", otherwise: () => "", wrong: (answer) => (answer === "" || /^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/.test(answer) ? null : "A sender's name has 1 to 11 letters, figures or dashes, one letter at least.") },
  { flag: "parts-per-second", asks: "How many SMS parts a second has the carrier agreed to?", otherwise: () => "20", wrong: number("The rate", 1, 5000) },
  { flag: "part-price", asks: "What does one part cost, in the currency's smallest unit (cents, fen)?", wrong: number("The price", 0, 1000, false) },
  { flag: "answers", asks: "How can people answer a warning: link, phone, missed-call?", otherwise: (soFar) => (china(soFar) ? "phone" : "link,phone"),
    wrong: (answer) => (listOf(answer).includes("sms") ? "Neither sns nor aliyun hears an answer by SMS: link, phone, missed-call." : allOf("link", "phone", "missed-call")(answer)) },
  { flag: "sms-links", asks: "May a link stand in an SMS here (yes, no)?", otherwise: (soFar) => (soFar["adapter"] === "aliyun" ? "no" : "yes"), wrong: oneOf("yes", "no") },
  { flag: "help-phone", asks: "The number people call for help; it stands in every warning.", wrong: phone },
  { flag: "emergency-phone", asks: "The country's emergency number?", otherwise: (soFar) => (isChina(soFar) ? "119" : undefined), wrong: phone },
  { flag: "police-phone", asks: "The number of the police, for when somebody is missing?", otherwise: (soFar) => (isChina(soFar) ? "110" : soFar["emergency-phone"]), wrong: phone },
  { flag: "weather", asks: "Who issues the weather warnings that are relayed?", wrong: some("The name") },
  { flag: "may-order", asks: "Which offices may order people to move?", otherwise: () => "county:duty-officer,township:duty-officer",
    wrong: (answer) => { const strange = listOf(answer).find((each) => !/^(county|township|office):[a-z-]+$/.test(each)); return listOf(answer).length === 0 ? "Somebody must be able to order people to move." : strange ? `"${strange}" is not an office: county:…, township:… or office:….` : null; } },
  { flag: "households", asks: "How many households has the region's largest county?", wrong: number("The number", 1, 1_000_000) },
  { flag: "monthly-usd", asks: "How many dollars may a month cost before a mail is sent?", wrong: number("The budget", 1, 1_000_000, false) },
  { flag: "parts-per-day", asks: "After how many SMS parts a day shall an alarm ring?", otherwise: (soFar) => String(Math.max(1000, Number(soFar["households"]) * 4)), wrong: number("The number", 1, 10_000_000) },
  { flag: "max-price", asks: "What may one SMS cost at most, in dollars?", when: (soFar) => soFar["adapter"] === "sns", wrong: number("The price", 0.001, 10, false) },
  { flag: "domain", asks: "The page's own name (with an ICP record)?", when: china, wrong: (answer) => (/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(answer) ? null : `"${answer}" is not a domain name.`) },
  { flag: "iam-certificate-id", asks: "The id of its certificate in the IAM store?", when: china, wrong: (answer) => (/^[A-Z0-9]{8,128}$/.test(answer) ? null : `"${answer}" is not a certificate's id (capital letters and figures).`) },
  { flag: "alarm-email", asks: "Which mailbox hears alarms (Enter: none yet)?", otherwise: () => "", wrong: (answer) => (answer === "" || /^[^\s@"]+@[^\s@"]+\.[a-z]{2,}$/i.test(answer) ? null : `"${answer}" is not a mail address.`) },
];
