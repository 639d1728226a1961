import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, SECTIONS } from "../build/features.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";

/** Every feature that has handlers, by its folder. @throws whatever a feature's file throws while it loads */
export const loadFeatures = async (): Promise<FeatureHandler[]> => {
  const files = SECTIONS.flatMap((section) => {
    const folder = join(ROOT, "functions", section);
    return existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name, "handlers.ts")).filter((file) => existsSync(file)) : [];
  });
  return Promise.all(files.map(async (file) => ((await import(file)) as { handler: FeatureHandler }).handler));
};
