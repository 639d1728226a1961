import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { checkRegion } from "../regions/check.ts";
import type { RegionFile } from "../regions/schema.ts";
import { ROOT } from "./features.ts";
import { type Answered, type Question, QUESTIONS } from "./region-questions.ts";
import { regionText } from "./region-text.ts";

/** Asks a person one line; a run without a person has none. */
export type Ask = (text: string) => Promise<string>;
/** A sentence that ends the command; nothing was written. */
export class Refused extends Error {}

const REGIONS = join(ROOT, "infra", "regions");

const answerTo = async (question: Question, soFar: Answered, flags: Answered, ask: Ask | null, say: (line: string) => void): Promise<string> => {
  const otherwise = question.otherwise?.(soFar);
  let given = flags[question.flag];
  for (;;) {
    const typed = given ?? (ask ? await ask(`${question.asks}${otherwise ? ` [${otherwise}]` : ""} `) : undefined);
    const answer = (typed === undefined || typed.trim() === "" ? otherwise ?? typed ?? "" : typed).trim();
    if (typed === undefined && otherwise === undefined) throw new Refused(`--${question.flag} is missing: ${question.asks}`);
    const wrong = question.wrong?.(answer, soFar) ?? null;
    if (!wrong) return answer;
    if (!ask) throw new Refused(`--${question.flag}: ${wrong}`);
    say(wrong);
    given = undefined;
  }
};

/** All answers, from flags first and then from the person. @throws Refused by a flag that does not exist, is missing or is wrong */
export const answers = async (flags: Answered, ask: Ask | null, say: (line: string) => void): Promise<Answered> => {
  const strange = Object.keys(flags).find((flag) => !QUESTIONS.some((question) => question.flag === flag));
  if (strange) throw new Refused(`There is no --${strange}. There are: ${QUESTIONS.map(({ flag }) => `--${flag}`).join(" ")}`);
  const said: Record<string, string> = {};
  for (const question of QUESTIONS) if (question.when?.(said) ?? true) said[question.flag] = await answerTo(question, said, flags, ask, say);
  return said;
};

/**
 * Writes a region's file, reads it back through the one schema, and judges it; a file that does not pass is taken away again.
 * @returns where it is and what it says
 * @throws Refused when there is one already, or when it would not pass
 */
export const makeRegion = async (said: Answered, folder: string = REGIONS): Promise<{ readonly path: string; readonly file: RegionFile }> => {
  const path = join(folder, `${said["name"]}.ts`);
  if (existsSync(path)) throw new Refused(`${said["name"]} is there already and is left as it is: ${relative(ROOT, path)}`);
  const schema = relative(folder, join(REGIONS, "schema.ts")).replaceAll("\\", "/");
  writeFileSync(path, regionText(said, schema.startsWith(".") ? schema : `./${schema}`), { flag: "wx" });
  try {
    const { file } = (await import(pathToFileURL(path).href)) as { file: RegionFile };
    const refused = checkRegion(file, []).filter(({ level }) => level === "refused");
    if (refused.length > 0) throw new Refused(refused.map(({ text }) => text).join("\n"));
    return { path, file };
  } catch (error) {
    rmSync(path);
    throw error instanceof Refused ? error : new Refused(`These answers do not make a region: ${(error as Error).message}`);
  }
};
