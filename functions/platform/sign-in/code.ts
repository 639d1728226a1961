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
/** Refusals of the carrier after which the same message may be tried again. */
const LATER = ["busy", "unknown"];

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
    if (LATER.includes(String((error as { kind?: unknown }).kind))) throw error;
  }
  await given.commit({ writes: [put(Ask, { ...ask, sent: true }, { version: ask.version })] });
};
