/**
 * Says what is wrong with a region before anything is built: npm run region:check -- <region>
 * Without AWS credentials it judges the file; with them (the SDK's default chain) it also asks the account. It changes nothing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contracts } from "../../shared/registry.ts";
import { checkAccount } from "../regions/account.ts";
import { checkRegion, type Finding, stops } from "../regions/check.ts";
import { loadRegion } from "../regions/load.ts";
import type { RegionFile } from "../regions/schema.ts";
import { allSentences } from "../regions/sentences.ts";
import { ROOT } from "./features.ts";
import { accountOf, hasCredentials } from "./region-account.ts";

const MARKS = { refused: "✗", production: "!", unsent: "✉", remember: "·" } as const;

const versionIn = (folder: string): string => (JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as { version: string }).version;
/** The CDK's command line and library must be the ones the lock file names: another command line may not read these templates. */
const cdk = (): Finding[] => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<"devDependencies" | "dependencies", Record<string, string>>;
  const wanted = { "aws-cdk": devDependencies["aws-cdk"], "aws-cdk-lib": dependencies["aws-cdk-lib"] };
  return Object.entries(wanted).filter(([name, version]) => versionIn(`node_modules/${name}`) !== version)
    .map(([name, version]) => ({ level: "refused", text: `${name} is ${versionIn(`node_modules/${name}`)}, and this version was tried with ${version}: npm ci.` }));
};

/** All findings of a region: file, tools, and the account where there are credentials. */
export const findingsFor = async (file: RegionFile): Promise<{ readonly findings: readonly Finding[]; readonly asked: boolean }> => {
  const offline = [...checkRegion(file, await allSentences()), ...cdk()];
  const asked = await hasCredentials(file.awsRegion);
  return { asked, findings: asked ? [...offline, ...(await checkAccount(file, accountOf(file), contracts))] : offline };
};

/** Lines as they are printed, and whether the command ends with 1: when the region may not be built, or a warning sent now would not reach everybody. */
export const verdict = (file: RegionFile, findings: readonly Finding[], asked: boolean): { readonly lines: readonly string[]; readonly bad: boolean } => {
  const stopping = stops(file, findings);
  const unsent = findings.filter(({ level }) => level === "unsent");
  const unseen = findings.filter(({ text }) => text.startsWith("Not seen:")).length;
  return {
    bad: stopping.length > 0 || unsent.length > 0,
    lines: [
      `${file.facts.name}: ${file.facts.profile}, messages by ${file.facts.messaging.adapter}, answers by ${file.facts.answers.join(", ")}, ${file.facts.production ? "in production" : "not in production: every warning is a Test"}`,
      ...findings.map(({ level, text }) => `  ${MARKS[level]} ${text}`),
      ...(asked ? [] : ["  · No AWS credentials were found, so the account itself was not asked: sandbox, spend limit, numbers, bootstrap. Sign in (AWS_PROFILE, aws sso login) and run this again."]),
      stopping.length > 0 ? `${stopping.length} to put right before it can be built.`
        : unsent.length > 0 ? "It can be built for trials. A warning sent now would not reach everybody (✉)."
          : `${unseen > 0 ? `Nothing that could be seen stops it; ${unseen} ${unseen === 1 ? "question" : "questions"} to the account got no answer.` : "Nothing stops it."} (! = needed before production, · = look at it yourself)`,
    ],
  };
};

if (import.meta.main) {
  try {
    const file = await loadRegion(process.argv[2] ?? "");
    const { findings, asked } = await findingsFor(file);
    const { lines, bad } = verdict(file, findings, asked);
    process.stdout.write(`${lines.join("\n")}\n`);
    process.exitCode = bad ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
