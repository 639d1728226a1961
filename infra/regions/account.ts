import type { Contracts } from "../resources.ts";
import { queues } from "../resources.ts";
import type { Finding } from "./check.ts";
import type { RegionFile } from "./schema.ts";

/** What the account says of itself; a question that could not be asked throws, and its finding says so. */
export interface Account {
  /** Whether texts reach verified numbers only, and how many those are. */
  readonly sandbox: () => Promise<{ readonly inside: boolean; readonly verified: number }>;
  /** Dollars a month for SMS; null when nobody has set a limit, which is one dollar. */
  readonly monthlyLimit: () => Promise<number | null>;
  /** Numbers the account may send from: those in use, and those still waiting for the carrier. */
  readonly numbers: () => Promise<{ readonly active: number; readonly waiting: number }>;
  /** Households of the largest county whose villages are open; null before anything is deployed. */
  readonly households: () => Promise<number | null>;
  readonly bootstrapped: () => Promise<boolean>;
  /** The provider's keys: stored, an empty secret, or no secret because nothing is deployed yet. */
  readonly carrierKeys: () => Promise<"stored" | "empty" | "not deployed">;
}

/** A message about a warning has two parts as a rule, and everybody gets two: the warning, and the word that it is over. */
const PARTS = 2;
const MESSAGES = 2;
/** What SNS sends in a second unless the account was given more. */
const SNS_RATE = 20;
const unsent = (text: string): Finding => ({ level: "unsent", text });
const remember = (text: string): Finding => ({ level: "remember", text });

/** What one warning to the largest county costs at most, in dollars, with the sum shown; null where the file names no price in dollars. */
export const warningCost = (file: RegionFile, households = file.largestCountyHouseholds): { readonly usd: number; readonly sum: string } | null => {
  const price = file.budgets.maxPricePerSms;
  if (price === undefined) return null;
  const usd = households * MESSAGES * PARTS * price;
  return { usd, sum: `${households} households × ${MESSAGES} messages × ${PARTS} parts × $${price} = $${Math.ceil(usd)}` };
};

/** Functions that may run at once: every queue at its most, and room for people. */
export const concurrencyWanted = (file: RegionFile, contracts: Contracts): number =>
  queues(contracts).reduce((sum, { lane }) => sum + (lane === null ? file.limits.listenersAtOnce : file.sendersAtOnce), 50);

const sandbox = async (_file: RegionFile, account: Account): Promise<Finding[]> => {
  const { inside, verified } = await account.sandbox();
  return inside ? [unsent(`The account is in the SMS sandbox: a text reaches ${verified === 1 ? "the one number" : `the ${verified} numbers`} verified there and nobody else. Ask for production access in the SNS console (Text messaging → Exit SMS sandbox); the answer takes about a day.`)] : [];
};

const limit = async (file: RegionFile, account: Account): Promise<Finding[]> => {
  const set = await account.monthlyLimit();
  const open = await account.households().catch(() => null);
  const cost = warningCost(file, Math.max(open ?? 0, file.largestCountyHouseholds));
  if (!cost || (set ?? 1) >= cost.usd) return [];
  return [unsent(`The account may spend $${set ?? 1} a month on SMS${set === null ? " (nobody has set a limit)" : ""}, and one warning to the largest county costs up to ${cost.sum}. SNS stops in the middle when the limit is reached: ask support for an SMS spend quota of $${Math.ceil(cost.usd * 2)}, then set the limit in the SNS console (Text messaging → Edit).`)];
};

const numbers = async (file: RegionFile, account: Account): Promise<Finding[]> => {
  const { active, waiting } = await account.numbers();
  const from = file.facts.messaging.senderId;
  return [
    ...(active === 0 ? [remember(`The account has no sending number in use${waiting > 0 ? ` (${waiting} ${waiting === 1 ? "waits" : "wait"} for the carrier)` : ""}; texts leave ${from ? `under the name ${from}` : "under a number that AWS picks"}. Where the country wants a registered sender (${file.facts.phoneCountries.join(", ")}: look it up), unregistered texts are dropped or marked: register in the End User Messaging console.`)] : []),
    remember(`SNS is one-way: whether a number of the account could hear answers is shown in the End User Messaging console alone, and nothing here listens to it. People answer by ${file.facts.answers.join(" or ")}.`),
  ];
};

const bootstrap = async (file: RegionFile, account: Account): Promise<Finding[]> =>
  (await account.bootstrapped()) ? [] : [{ level: "refused", text: `The account is not prepared for the CDK in ${file.awsRegion}: npx cdk bootstrap aws://<account>/${file.awsRegion}, once.` }];

const keys = async (file: RegionFile, account: Account): Promise<Finding[]> => {
  const are = await account.carrierKeys();
  const secret = `wecountry/${file.facts.name}/messaging`;
  if (are === "not deployed") return [remember(`The secret ${secret} comes with the first deployment; store {"id":"…","secret":"…"} in it then.`)];
  return are === "empty" ? [unsent(`The provider's keys are not stored: put {"id":"…","secret":"…"} into the secret ${secret}. Until then nothing leaves.`)] : [];
};

/** Why a question got no answer, in words an operator can act on. */
const reason = (error: unknown): string => {
  const name = (error as Error).name;
  if (/AccessDenied|Authorization|NotAuthorized/.test(name)) return "these credentials may not ask";
  if (/Expired|UnrecognizedClient|InvalidClientToken|SignatureDoesNotMatch|InvalidAccessKey/.test(name)) return "the credentials are old or wrong";
  return (error as Error).message.split("\n")[0] ?? name;
};

/** What only looking will tell: no client for it is part of this project. */
const toLookAt = (file: RegionFile, contracts: Contracts): Finding[] => [
  remember(`Look in Service Quotas → AWS Lambda → Concurrent executions: this region wants ${concurrencyWanted(file, contracts)}; a new account may have 10, and then warnings wait behind people who read. Ask for 1,000.`),
  ...(file.facts.messaging.adapter === "sns" && file.facts.messaging.partsPerSecond > SNS_RATE ? [remember(`The file says ${file.facts.messaging.partsPerSecond} parts a second; SNS sends ${SNS_RATE} unless support has raised it (Service Quotas → SNS → SMS messages per second).`)] : []),
];

/** Everything that the account itself can be asked, a sentence a finding. Questions that fail are findings too; the rest are asked all the same. */
export const checkAccount = async (file: RegionFile, account: Account, contracts: Contracts): Promise<Finding[]> => {
  const asked: readonly (readonly [what: string, ask: (file: RegionFile, account: Account) => Promise<Finding[]>])[] = [
    ["whether the account is prepared for the CDK", bootstrap],
    ...(file.facts.messaging.adapter === "sns" ? [["whether the account is in the SMS sandbox", sandbox], ["the month's SMS limit", limit], ["the sending numbers", numbers]] as const : []),
    ...(file.facts.messaging.adapter === "aliyun" ? [["the provider's keys", keys]] as const : []),
  ];
  const found: Finding[] = [];
  for (const [what, ask] of asked) {
    try { found.push(...(await ask(file, account))); } catch (error) { found.push(remember(`Not seen: ${what} (${reason(error)}).`)); }
  }
  return [...found, ...toLookAt(file, contracts)];
};
