import { randomUUID } from "node:crypto";
import type { QueueSpec } from "../resources.ts";

export interface Trial {
  readonly origin: string;
  /** The document as it was built. */
  readonly document: string;
  /** The operator's own phone, which gets a code; none: no code is asked for. */
  readonly phone: string | undefined;
  /** The queues warnings leave through. */
  readonly queues: readonly QueueSpec[];
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** How many messages wait in a queue, seen or not. */
  readonly waiting: (queue: string) => Promise<number>;
  /** Dead letters that lay there before anything was changed: not this version's doing. */
  readonly deadBefore: ReadonlyMap<string, number>;
  readonly wait: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
}

/** A new CDN answers everywhere after minutes; a queue empties within one. */
const PAGE_TRIES = 30;
const QUEUE_TRIES = 12;
const PAUSE = 10_000;

/** Tries again until it is right. @returns the last reason why it was not, null when it was */
const until = async (tries: number, trial: Trial, attempt: () => Promise<string | null>): Promise<string | null> => {
  let last: string | null = null;
  for (let i = 0; i < tries; i++) {
    last = await attempt().catch((error: unknown) => (error as Error).message);
    if (last === null) return null;
    if (i < tries - 1) await trial.wait(PAUSE);
  }
  return last;
};

const page = (trial: Trial): Promise<string | null> => until(PAGE_TRIES, trial, async () => {
  const answer = await trial.fetch(`${trial.origin}/`);
  if (answer.status !== 200) return `The page answers ${answer.status}.`;
  if ((await answer.text()) !== trial.document) return "The page that is served is not the one that was built.";
  const [script] = /\/assets\/core\.[0-9a-f]+\.js/.exec(trial.document) ?? [];
  if (!script) return null;
  const part = await trial.fetch(`${trial.origin}${script}`);
  return part.status === 200 ? null : `The page's script answers ${part.status}.`;
});

const publicRead = (trial: Trial): Promise<string | null> => until(3, trial, async () => {
  const answer = await trial.fetch(`${trial.origin}/open/affairs/village-home/region/villages`);
  if (answer.status !== 200) return `The list of villages, which anyone may read, answers ${answer.status}.`;
  const body = (await answer.json().catch(() => null)) as { items?: unknown } | null;
  return Array.isArray(body?.items) ? null : "The list of villages is not a list.";
});

const code = async (trial: Trial): Promise<string | null> => {
  if (!trial.phone) { trial.say("  No sign-in code was asked for: the region's file names no smokePhone, and this carrier has no simulated numbers."); return null; }
  const answer = await trial.fetch(`${trial.origin}/v1/platform/sign-in/region/ask`, { method: "POST", headers: { "content-type": "application/json", "idempotency-key": randomUUID() }, body: JSON.stringify({ phone: trial.phone }) });
  if (answer.status === 200) { trial.say(`  A sign-in code is on its way to the number ending in ${trial.phone.slice(-4)}: look whether it comes.`); return null; }
  if (answer.status === 429) { trial.say("  That number has asked for codes too often just now, which shows that sign-in answers."); return null; }
  return `Asking for a sign-in code answers ${answer.status}: nobody new could sign in.`;
};

const queues = async (trial: Trial): Promise<string[]> => {
  const faults: string[] = [];
  for (const each of trial.queues) {
    const stuck = await until(QUEUE_TRIES, trial, async () => { const n = await trial.waiting(each.name); return n === 0 ? null : `${n} messages still wait in ${each.name}: warnings do not leave.`; });
    const dead = await trial.waiting(each.deadLetters).catch((error: unknown) => (error as Error).message);
    if (stuck) faults.push(stuck);
    if (typeof dead === "string") faults.push(dead);
    else if (dead > (trial.deadBefore.get(each.deadLetters) ?? 0)) faults.push(`${dead} messages failed for good in ${each.deadLetters}. Mend the cause, then: npm run redrive`);
  }
  return faults;
};

/** Tries a region as people meet it: the page, one public read, a sign-in code, the queues of warnings. @returns what does not work */
export const smoke = async (trial: Trial): Promise<readonly string[]> => {
  const first = await page(trial);
  if (first) return [first];
  const read = await publicRead(trial);
  const asked = await code(trial).catch((error: unknown) => (error as Error).message);
  return [...[read, asked].filter((each) => each !== null), ...(await queues(trial))];
};
