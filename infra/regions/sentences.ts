import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { featureNames, ROOT } from "../build/features.ts";
import type { Sentence } from "./check.ts";

/** Every text inside a value, by its path. */
const textsIn = (value: unknown, path: string): Sentence[] =>
  typeof value === "string" ? [{ key: path, text: value }]
    : value !== null && typeof value === "object" ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
      : [];

const wordsOf = (feature: string): Sentence[] => {
  const file = join(ROOT, "shared", feature, "words.json");
  if (!existsSync(file)) return [];
  const words = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>;
  return Object.entries(words).flatMap(([language, each]) => Object.entries(each).map(([key, text]) => ({ key: `${feature}:${language}:${key}`, text })));
};

/** Message templates kept as data beside a contract. */
const dataOf = async (feature: string): Promise<Sentence[]> => {
  const folder = join(ROOT, "shared", feature);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "contract.ts" && name !== "events.ts");
  const modules = await Promise.all(files.map(async (name) => ({ name, exported: (await import(join(folder, name))) as Record<string, unknown> })));
  return modules.flatMap(({ name, exported }) => Object.entries(exported)
    .filter(([, value]) => typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value))
    .filter(([, value]) => !("_zod" in (value as object)))
    .flatMap(([key, value]) => textsIn(value, `${feature}/${name}:${key}`)));
};

/** Every sentence of every feature, in all languages, with where it stands. */
export const allSentences = async (): Promise<Sentence[]> => {
  const features = featureNames();
  return [...features.flatMap(wordsOf), ...(await Promise.all(features.map(dataOf))).flat()];
};
