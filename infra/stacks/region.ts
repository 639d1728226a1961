import { type App, type Stack, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { CodeOf } from "../build/bundle.ts";
import type { RegionFile } from "../regions/schema.ts";
import type { Contracts } from "../resources.ts";
import { core } from "./core.ts";
import { sections } from "./section.ts";
import { storage } from "./storage.ts";
import { watch } from "./watch.ts";
import { web } from "./web.ts";

/** CloudFormation takes 500; what would pass this is split before it hurts. */
export const MOST_RESOURCES = 400;

/**
 * All stacks of a region, read from its file and the contracts: storage, web, core, one a section, watch. cdk-nag judges them;
 * `app.synth()` throws on what is neither right nor acknowledged.
 */
export const regionStacks = (app: App, file: RegionFile, contracts: Contracts, code: CodeOf): readonly Stack[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const kept = storage(app, file);
  const page = web(app, file, kept);
  const middle = core(app, file, contracts, code, kept, page);
  const each = sections({ app, file, contracts, code, storage: kept, apiId: page.apiId, origin: page.origin });
  // Queues subscribe to the carrier's topic by its name, which CloudFormation cannot see.
  for (const section of each) section.addStackDependency(middle);
  const stacks = [kept.stack, page.stack, middle, ...each, watch(app, file, contracts, page.apiId)];
  for (const stack of stacks) Tags.of(stack).add("wecountry", file.facts.name);
  return stacks;
};
