/**
 * Makes the file of a new region: npm run region:new [-- --country SG --aws-region ap-southeast-1 …]
 * Asks for what no flag says; without a terminal every question without a default needs its flag.
 */
import { relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { ROOT } from "./features.ts";
import { answers, type Ask, makeRegion, Refused } from "./region-make.ts";
import { QUESTIONS } from "./region-questions.ts";

const reader = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
const ask: Ask | null = reader && ((text) => reader.question(text));
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

try {
  const options = Object.fromEntries(QUESTIONS.map(({ flag }) => [flag, { type: "string" as const }]));
  const { values } = parseArgs({ options, allowPositionals: false });
  const said = await answers(values as Record<string, string>, ask, say);
  const { path } = await makeRegion(said);
  say(`${relative(ROOT, path)} is written. Read its comments: each names something that only you can decide.`);
  say(`Then: npm run region:check -- ${said["name"]}`);
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : (error as Error).message.split("\n")[0]}\n`);
  process.exitCode = 1;
} finally { reader?.close(); }
