import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/features.ts";
import type { RegionFile } from "./schema.ts";

const FOLDER = join(ROOT, "infra", "regions");

/** The names of the regions that can be built: the files named like an AWS region. */
export const regionNames = (): string[] => readdirSync(FOLDER).filter((name) => /^[a-z]{2}-[a-z]+-\d+(-[a-z0-9]+)?\.ts$/.test(name)).map((name) => name.slice(0, -3)).sort();

/** Reads and judges one region's file. @throws Error with the names there are, if it is not one of them */
export const loadRegion = async (name: string): Promise<RegionFile> => {
  const path = join(FOLDER, `${name}.ts`);
  if (!regionNames().includes(name) || !existsSync(path)) throw new Error(`There is no region "${name}". There are: ${regionNames().join(", ")}.`);
  return ((await import(path)) as { file: RegionFile }).file;
};
