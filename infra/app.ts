/** The CDK app: `node infra/app.ts <region>`, or REGION=<region> under the CDK's command line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { contracts } from "../shared/registry.ts";
import { bundle } from "./build/bundle.ts";
import { ROOT } from "./build/features.ts";
import { loadRegion } from "./regions/load.ts";
import { regionStacks } from "./stacks/region.ts";

const file = await loadRegion(process.argv[2] ?? process.env["REGION"] ?? "");
// Without the command line nobody reads cdk.json; its flags decide how templates are written.
const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8")) as { context: Record<string, unknown> };
const app = new App({ context });
regionStacks(app, file, contracts, await bundle(contracts, file.lambdaPer));
app.synth();
