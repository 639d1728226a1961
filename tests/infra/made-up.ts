import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import { feature } from "../../shared/contract/feature.ts";
import { lifecycle } from "../../shared/contract/lifecycle.ts";
import { get, post } from "../../shared/contract/routes.ts";
import type { RegionFile } from "../../infra/regions/schema.ts";
import type { Contracts } from "../../infra/resources.ts";
import { regionStacks } from "../../infra/stacks/region.ts";

const Letter = z.object({ id: z.string(), words: z.string() });

/** Four features that between them use all a contract can ask of the cloud. */
export const madeUp: Contracts = {
  "alerts/sending": feature({
    functions: [], ifItFails: "Warnings are kept and do not leave.", prefix: "SEND", routes: {}, on: ["alerts/warnings/approved", "carrier/receipt"],
    work: { deliver: { lanes: ["urgent", "rest"] } }, needs: ["messaging", "phones"],
  }),
  "alerts/answers": feature({ functions: [], ifItFails: "Answers by SMS do not count.", prefix: "ANSWER", routes: { say: post("/", { who: "anyone", body: Letter, returns: Letter }) }, on: ["carrier/received"] }),
  "cadres/letters": feature({
    functions: [], ifItFails: "Villagers cannot write to the secretary; letters already sent are kept.", prefix: "LETTER",
    lifecycle: lifecycle({ start: "left", moves: { answer: { from: "left", to: "answered", who: "office:secretary", body: Letter } }, waits: { left: { until: "answerBy", then: "answer" } }, view: Letter }),
    routes: { wall: get("/wall", { who: "anyone", returns: z.object({ items: z.array(Letter) }), cache: "1 minute" }), send: post("/", { who: "villager", body: Letter, returns: Letter, fails: { "no-post": 409 } }) },
  }),
  "platform/sign-in": feature({ functions: [], ifItFails: "Nobody can sign in.", prefix: "CODE", routes: { ask: post("/", { who: "visitor", at: "region", body: z.object({ phone: z.string() }), returns: z.object({ done: z.literal(true) }), secret: true }) }, needs: ["messaging", "phones", "signing"] }),
};

export interface Built { readonly stacks: readonly Stack[]; readonly templates: ReadonlyMap<string, Template>; readonly findings: string }

/** Builds a region's stacks in a folder of their own, cdk-nag included, and takes the folder away again. */
export const build = (file: RegionFile, contracts: Contracts = madeUp): Built => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-"));
  const before = process.env["CDK_VALIDATION"];
  process.env["CDK_VALIDATION"] = "false";
  try {
    mkdirSync(join(folder, "code"));
    writeFileSync(join(folder, "code", "handler.mjs"), "export const handler = async () => ({});\n");
    const { context } = JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8")) as { context: Record<string, unknown> };
    const app = new App({ outdir: join(folder, "out"), context });
    const stacks = regionStacks(app, file, contracts, () => join(folder, "code"));
    const findings = judged(app);
    const prefix = `WeCountry-${file.facts.name}-`;
    const templates = new Map(stacks.map((stack) => [stack.stackName.slice(prefix.length), Template.fromString(readFileSync(join(folder, "out", stack.templateFile), "utf8"))]));
    return { stacks, templates, findings };
  } finally {
    if (before === undefined) delete process.env["CDK_VALIDATION"]; else process.env["CDK_VALIDATION"] = before;
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the rules object to; synth throws where there is anything. */
const judged = (app: App): string => {
  try { app.synth(); return ""; } catch (error) { return (error as Error).message; }
};

export interface Resource { readonly Type: string; readonly Properties?: Record<string, unknown> }
/** All resources of all stacks, or those of one type. */
export const resourcesOf = (built: Built, type?: string): Resource[] =>
  [...built.templates.values()].flatMap((template) => Object.values(template.toJSON()["Resources"] as Record<string, Resource>)).filter((each) => !type || each.Type === type);
