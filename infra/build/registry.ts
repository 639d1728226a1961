/**
 * Reads the folders and writes the registries (git-ignored): adding a feature is adding its folders. Run by `prepare` and before every
 * command that needs them: node infra/build/registry.ts
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import { featureNames, has, ROOT } from "./features.ts";

const NOTE = "// Written by infra/build/registry.ts from the folders. Do not edit; git does not keep it.\n";
const variable = (name: string): string => name.replace(/[^a-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
const write = (path: string, text: string): void => {
  const file = join(ROOT, path);
  if (!existsSync(file) || readFileSync(file, "utf8") !== NOTE + text) writeFileSync(file, NOTE + text);
};

const names = featureNames();

write("shared/registry.ts", [
  ...names.map((name) => `import { contract as ${variable(name)} } from "./${name}/contract.ts";`),
  `import type { FeatureOptions } from "./contract/feature.ts";`, "",
  "/** Every contract, by feature. */",
  `export const registry = {\n${names.map((name) => `  "${name}": ${variable(name)},`).join("\n")}\n} as const;`,
  "export type FeatureName = keyof typeof registry;",
  "/** The same, for code that walks over all of them. */",
  "export const contracts: Readonly<Record<string, FeatureOptions>> = registry;", "",
].join("\n"));

const contracts: Record<string, FeatureOptions> = {};
for (const name of names) contracts[name] = ((await import(join(ROOT, "shared", name, "contract.ts"))) as { contract: FeatureOptions }).contract;

const prefixes: Record<string, string> = {};
const heard: Record<string, string[]> = {};
for (const [name, contract] of Object.entries(contracts)) {
  for (const prefix of [contract.prefix].flat()) prefixes[prefix] = name;
  for (const event of contract.on ?? []) (heard[event] ??= []).push(name);
}
write("functions/routing.ts", [
  "/** Which features listen to an event. */", `export const listeners: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(heard, null, 2)};`, "",
  "/** Which feature owns a sort-key prefix: it gets the clocks of those rows. */", `export const owners: Readonly<Record<string, string>> = ${JSON.stringify(prefixes, null, 2)};`, "",
].join("\n"));

/** What the phone needs of a contract: paths, places and form rules as plain data, so that no schema library runs there. */
const rules = (schema: z.ZodType | undefined): unknown => {
  if (!schema) return undefined;
  const json = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Record<string, unknown>;
  delete json["$schema"];
  return json;
};
const routesOf = (contract: FeatureOptions) => ({
  ...Object.fromEntries(Object.entries(contract.routes).map(([key, route]) => [key, { method: route.method, path: route.path, at: route.at ?? "village", open: route.cache ? true : undefined, body: rules(route.body) }])),
  ...Object.fromEntries(Object.entries(contract.lifecycle?.moves ?? {}).map(([key, move]) => [key, { method: "POST", path: `/{id}/${key}`, at: contract.lifecycle?.at ?? "village", body: rules(move.body) }])),
});
write("web/registry.ts", [
  `export const features = ${JSON.stringify(Object.fromEntries(names.map((name) => [name, { page: has("web", name, "page.tsx"), place: [contracts[name]!.place ?? []].flat(), routes: routesOf(contracts[name]!) }])), null, 1)} as const;`, "",
].join("\n"));

process.stderr.write(`${names.length} features\n`);
