/** Writes a region's templates offline, without an account: npm run synth -- <region> → cdk.out/<region>/*.template.json */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkRegion, stops } from "../regions/check.ts";
import { loadRegion } from "../regions/load.ts";
import { allSentences } from "../regions/sentences.ts";
import { MOST_RESOURCES } from "../stacks/region.ts";
import { ROOT } from "./features.ts";

const run = (script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void => {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], { stdio: "inherit", cwd: ROOT, env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
};

const counted = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".template.json"))) {
    const { Resources = {} } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { Resources?: object };
    const many = Object.keys(Resources).length;
    process.stdout.write(`${String(many).padStart(4)} resources  ${name}\n`);
    if (many > MOST_RESOURCES) throw new Error(`${name} holds ${many} resources; ${MOST_RESOURCES} is the most`);
  }
};

try {
  const file = await loadRegion(process.argv[2] ?? "");
  const stopping = stops(file, checkRegion(file, await allSentences()));
  if (stopping.length > 0) throw new Error(stopping.map(({ text }) => `✗ ${text}`).join("\n"));
  run("infra/build/registry.ts", []);
  const folder = join(ROOT, "cdk.out", file.facts.name);
  rmSync(folder, { recursive: true, force: true });
  run("infra/app.ts", [file.facts.name], { CDK_OUTDIR: folder });
  counted(folder);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
