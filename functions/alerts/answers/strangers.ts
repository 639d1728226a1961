import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { put, type Change, type HeardGiven } from "../../core/implement.ts";
import type { Spoken } from "./read-answer.ts";
import { Asked, Unplaced } from "./rows.ts";
import { languageOf, reply } from "./sms-words.ts";

type Given = HeardGiven<typeof contract>;
const DAY = 24 * 3_600_000;
const LONGEST = 2_000;

/**
 * A number on no roll. What it says is kept, never as a household's; it is asked once "which house?", where answers arrive, and what it
 * writes next is added to its first word.
 */
export const strangerSays = async (given: Given, sms: { hash: string; phone: string; text: string; canAnswer: boolean }, spoken: Spoken | null, asked: Asked | null): Promise<Change> => {
  const { hash, phone, text } = sms;
  const help = spoken?.fact === "help";
  const language = languageOf(text, given.facts.languages[0]!);
  const before = asked?.unplaced ? await given.region.get(Unplaced, asked.unplaced) : null;
  if (before && !before.placed && before.text.length + text.length < LONGEST) {
    const { version, ...rest } = before;
    return given.change({
      writes: [put(Unplaced, { ...rest, text: `${rest.text} / ${text}`, help: rest.help || help }, { version })],
      ...(help && !rest.help ? { emits: { name: "unplaced", data: { unplaced: rest.id, help } }, sends: [reply(phone, language, "cry", {}, given)] } : {}),
    });
  }
  const asks = sms.canAnswer && before === null && given.facts.answers.includes("sms");
  const id = given.newId();
  return given.change({
    writes: [
      put(Unplaced, { id, hash, phone, text, help, at: given.now.toISOString(), asked: asks, placed: null }, "new"),
      put(Asked, { hash, about: "which-house", text: "", choices: [], until: new Date(given.now.getTime() + DAY).toISOString(), unplaced: id }, "over"),
    ],
    emits: { name: "unplaced", data: { unplaced: id, help } },
    sends: asks ? [reply(phone, language, help ? "which-house.help.sms" : "which-house.sms", {}, given)] : help && sms.canAnswer ? [reply(phone, language, "cry", {}, given)] : [],
  });
};
