import { say } from "../../../shared/contract/language.ts";
import type { contract } from "../../../shared/platform/sign-in/contract.ts";
import { put } from "../../core/implement.ts";
import type { WorkGiven } from "../../core/implement.ts";
import { sixFigures } from "./random.ts";
import { Ask, NumberAsked } from "./rows.ts";
import { CODE_MS } from "./rules.ts";

/** How a code stands in the store. */
export const codeHash = (hash: (text: string) => Promise<string>, number: string, code: string): Promise<string> => hash(`code|${number}|${code}`);
const TRIES = 4;
/** A busy carrier is tried again at once, then after 2, 4, 8 … seconds: within the code's life, or not at all. */
const SENDS = 7;
const delayBefore = (attempt: number): number => (attempt === 1 ? 0 : 2 ** (attempt - 1));

/**
 * Makes the code and sends it, away from the request that asked: so a known number is answered no later than an unknown one, and a
 * carrier that is busy loses nothing. Each try makes a code of its own; the last one sent is the one that is good.
 */
export const sendCode = async (given: WorkGiven<typeof contract>): Promise<void> => {
  const ask = await given.region.get(Ask, String(given.data["ask"]));
  if (!ask?.to || ask.sent) return;
  const code = sixFigures();
  const until = new Date(given.clock().getTime() + CODE_MS).toISOString();
  const hash = await codeHash(given.hash, ask.hash, code);
  for (let attempt = 1; ; attempt++) {
    const number = await given.region.get(NumberAsked, ask.hash);
    if (!number || number.restUntil !== null) return;
    if (await given.commit({ writes: [put(NumberAsked, { ...number, code: { hash, until } }, { version: number.version })] })) break;
    if (attempt === TRIES) throw new Error("the number's row was taken again and again");
  }
  try {
    await given.send({ to: ask.to, templateKey: "sign-in-code", params: { code }, text: say(given.words, ask.language, "sms.code", { code }), expiresAt: until, purpose: "code" });
  } catch (error) {
    const attempt = Number(given.data["attempt"] ?? 0) + 1;
    const busy = (error as { kind?: unknown }).kind === "busy";
    if (busy && attempt < SENDS) return void (await given.commit({ writes: [], tasks: [{ work: "code", lane: "codes", data: { ask: ask.id, attempt }, delaySeconds: delayBefore(attempt) }] }));
  }
  await given.commit({ writes: [put(Ask, { ...ask, sent: true }, { version: ask.version })] });
};
