import type { RegionFile } from "./schema.ts";

/** A sentence people may read, and where it stands: "<feature>:<key>". */
export interface Sentence { readonly key: string; readonly text: string }

export interface Finding {
  /**
   * "refused" stops synth; "production" stops it for a region in production; "unsent" means that a warning sent now would not reach everybody;
   * "remember" cannot be seen from here.
   */
  readonly level: "refused" | "production" | "unsent" | "remember";
  readonly text: string;
}

/** Adapters through which a text can come back. SNS and sender names take no replies (ALERTS, "What must never happen" 1). */
const TWO_WAY: readonly string[] = ["eum", "phones"];
/** Adapters this version holds; the table in functions/core/messaging/port.ts picks among them. */
const HELD: readonly string[] = ["sns", "phones", "aliyun"];

/** Whether a text asks for an answer by SMS: 回1, 回复1, 回短信, "reply 1", "text back". */
export const invitesReply = (text: string): boolean => /回(复|信)?\s*[1１一]|回(复)?(短信|数字)|reply\s+(with\s+)?["“']?1|text\s+(us\s+)?back/i.test(text);

/** A sentence under "sms" ("answer.sms", "answer.sms.leave") is only taken where the region's `answers` hold "sms". */
const chosenByRegion = (key: string): boolean => /(^|[.:])sms(\.|$)/.test(key);

const invitations = (file: RegionFile, sentences: readonly Sentence[]): Finding[] =>
  file.facts.answers.includes("sms") ? [] : sentences
    .filter(({ key, text }) => invitesReply(text) && !chosenByRegion(key))
    .map(({ key }) => ({ level: "refused", text: `${key} invites an answer by SMS, and none can arrive here: answers are ${file.facts.answers.join(", ")}.` }));

const knownZone = (zone: string): boolean => {
  try { new Intl.DateTimeFormat("en", { timeZone: zone }); return true; } catch { return false; }
};

const rules = (file: RegionFile): (Finding | false)[] => {
  const { facts, partition, cdn } = file;
  const china = partition === "aws-cn";
  const refused = (wrong: boolean, text: string): Finding | false => wrong && { level: "refused", text };
  const production = (wrong: boolean, text: string): Finding | false => wrong && { level: "production", text };
  const { adapter } = facts.messaging;
  return [
    refused(facts.answers.includes("sms") && !TWO_WAY.includes(adapter), `The adapter ${adapter} takes no replies: "sms" may not stand among the answers.`),
    refused(facts.answers.every((way) => way === "link") && !facts.smsLinks, "People may answer by link alone, and links may not stand in an SMS."),
    refused(!HELD.includes(adapter), `The adapter ${adapter} is not part of this version; there are ${HELD.join(", ")}.`),
    refused(adapter === "phones", "The adapter phones is the page beside the board of the embedded stack: no real phone hears it."),
    refused(china && adapter === "sns", "China partitions have no SNS SMS."),
    refused(adapter === "aliyun" && !file.aliyun, "The adapter aliyun needs an endpoint, a signature and template ids under `aliyun`."),
    refused(china !== (cdn.variant === "cloudfront-oai-cname"), china ? "China's CDN needs its own name and an IAM-store certificate: cloudfront-oai-cname." : "cloudfront-oai-cname is for China partitions."),
    refused(cdn.variant === "cloudfront-oac" && Boolean(cdn.domain) !== Boolean(cdn.certificateArn), "A domain and its certificate come together."),
    refused(china !== file.awsRegion.startsWith("cn-"), `${file.awsRegion} is not a region of ${partition}.`),
    refused(!knownZone(facts.zone), `${facts.zone} is not a time zone.`),
    refused(facts.authority.mayOrder.length === 0, "Nobody may order people to move."),
    refused(facts.night.some((hour) => hour < 0 || hour > 23), "Night hours stand between 0 and 23."),
    production(!file.alarmEmail, "alarmEmail is missing: alarms would ring where nobody hears."),
    production(/0000|1234567|555/.test(facts.helpPhone), `${facts.helpPhone} looks like an example; it stands in every warning.`),
    production("domain" in cdn && /example/.test(cdn.domain ?? ""), "The domain is an example."),
    production(adapter === "aliyun" && Object.keys(file.aliyun?.templates ?? {}).length === 0, "No message template has been approved: nothing could be sent."),
    production(adapter === "sns" && !file.budgets.maxPricePerSms, "maxPricePerSms is missing: one message may cost anything."),
    production(file.budgets.partsPerDay < file.largestCountyHouseholds, `partsPerDay (${file.budgets.partsPerDay}) is less than one text to each of the ${file.largestCountyHouseholds} households of the largest county: the alarm would ring at every warning.`),
  ];
};

const reminders = (file: RegionFile): Finding[] => {
  const { adapter, partsPerSecond } = file.facts.messaging;
  const minutes = (110_000 / partsPerSecond / 60).toFixed(1);
  const remember = (text: string): Finding => ({ level: "remember", text });
  return [
    remember(`110,000 parts take ${minutes} minutes at ${partsPerSecond} a second. The carrier's contract must say the same rate.`),
    ...(adapter === "sns" ? [remember("A new AWS account may spend $1 a month on SMS and reaches 10 verified numbers: ask for production access and a spend limit first.")] : []),
    ...(adapter === "aliyun" ? [remember(`Store the access keys as {"id","secret"} in the secret wecountry/${file.facts.name}/messaging.`),
      remember("Add \"receipts\" to it, at least 24 random letters, and enter https://<the page's name>/v1/carrier/receipts/<those letters> in the provider's console (status reports, HTTP batch push): else nobody hears what arrived.")] : []),
    ...(file.partition === "aws-cn" ? [remember("The account needs an ICP record for the domain, and permission for unauthenticated APIs.")] : []),
  ];
};

/**
 * Everything that is wrong with a region, or will be once it is in production, as sentences.
 * @param sentences what people may read, from sentences.ts
 */
export const checkRegion = (file: RegionFile, sentences: readonly Sentence[]): Finding[] =>
  [...rules(file).filter((each) => each !== false), ...invitations(file, sentences), ...reminders(file)];

/** The findings that stop this region from being built. What hinders warnings stops a region in production alone: a pilot may live in the sandbox. */
export const stops = (file: RegionFile, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === "refused" || ((level === "production" || level === "unsent") && file.facts.production));
