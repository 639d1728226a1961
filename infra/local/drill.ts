/**
 * `npm run drill -- <cap.xml> [--json]`: the main job without a browser. A CAP file comes in as a draft with its named problems; our own red
 * exercise for that hazard is composed, approved and sent in the sample county; households answer as scripted; ending it as complete is refused
 * and names who is missing; they are closed by a paper tick, a relative's word and a helper; it ends.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "../build/features.ts";
import { playDrill, type DrillResult } from "./drill-play.ts";

const USAGE = "Usage: npm run drill -- <cap.xml> [--json]";
const args = process.argv.slice(2);
const json = args.includes("--json");
const file = args.find((each) => !each.startsWith("--"));

const find = (name: string): string | undefined => [process.env["INIT_CWD"] ?? process.cwd(), process.cwd(), ROOT].map((base) => resolve(base, name)).find((path) => existsSync(path));
const stop = (sentence: string): never => { process.stderr.write(`${sentence}\n`); process.exit(1); };

const told = (result: DrillResult): string => `
  ${result.hazard}: ${result.households} households, ${result.sent} messages in ${result.parts} parts, ${result.duplicates} duplicates
  the file: ${result.problems.length === 0 ? "no problems" : result.problems.map((problem) => `${problem.code}${problem.detail ? ` (${problem.detail})` : ""}`).join(", ")}
  ending it as complete was refused because of: ${result.refusedToEnd.join(", ")}
  closed by: ${result.closedBy.map((each) => `${each.name} (${each.how})`).join(", ")}
  accounted for: ${result.accounted} of ${result.vulnerableOnly ? `${result.accounted} vulnerable households` : result.households}; 50 % after ${result.secondsTo50} s, 90 % after ${result.secondsTo90} s, all after ${result.secondsTo100} s
  outgoing CAP: ${result.capOut}
`;

if (!file) stop(USAGE);
const path = find(file!);
if (!path) stop(`There is no file ${file}. ${USAGE}`);
try {
  const { capXml, ...result } = await playDrill(readFileSync(path!), json ? () => {} : (line) => process.stderr.write(`  ${line}\n`));
  const folder = join(ROOT, ".wecountry", "drills");
  mkdirSync(folder, { recursive: true });
  const capOut = join(folder, `${result.warning}.cap.xml`);
  writeFileSync(capOut, capXml);
  const whole = { ...result, capOut };
  process.stdout.write(json ? `${JSON.stringify({ ...whole, capOutXml: capXml })}\n` : told(whole));
  process.exit(0);
} catch (error) {
  stop((error as Error).name === "Refused" ? (error as Error).message : `The drill could not be played: ${(error as Error).message}`);
}
