/** Says offline what is wrong with a region before anything is built: npm run region:check -- <region> */
import { checkRegion, stops } from "../regions/check.ts";
import { loadRegion } from "../regions/load.ts";
import { allSentences } from "../regions/sentences.ts";

const MARKS = { refused: "✗", production: "!", remember: "·" } as const;

try {
  const file = await loadRegion(process.argv[2] ?? "");
  const findings = checkRegion(file, await allSentences());
  process.stdout.write(`${file.facts.name}: ${file.facts.profile}, messages by ${file.facts.messaging.adapter}, answers by ${file.facts.answers.join(", ")}, ${file.facts.production ? "in production" : "not in production: every warning is a Test"}\n`);
  for (const { level, text } of findings) process.stdout.write(`  ${MARKS[level]} ${text}\n`);
  const stopping = stops(file, findings);
  process.stdout.write(stopping.length > 0 ? `${stopping.length} to put right before it can be built.\n` : "Nothing stops it. (! = needed before production, · = cannot be seen from here)\n");
  process.exitCode = stopping.length > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
