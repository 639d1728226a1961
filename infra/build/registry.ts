/**
 * Reads the folders and writes the registries (git-ignored): adding a feature is adding its folders. Run by `prepare` and before every
 * command that needs them: node infra/build/registry.ts
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import { featureNames, has, ROOT } from "./features.ts";
import { pageWords } from "./web-words.ts";

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

const withRows = names.filter((name) => has("functions", name, "rows.ts"));
write("functions/kinds.ts", [
  ...withRows.map((name) => `import * as ${variable(name)} from "./${name}/rows.ts";`), "",
  "/** Every feature's kinds of rows, for what walks over all of them: export, import, erasure. */",
  `export const modules: readonly Readonly<Record<string, unknown>>[] = [${withRows.map(variable).join(", ")}];`, "",
].join("\n"));

/** What one person may let another do: every feature with routes by proxy, in the plain words its own words.json has under "scope". */
const scopes = Object.fromEntries(Object.entries(contracts).filter(([, { byProxy }]) => byProxy?.length).map(([name, { byProxy }]) => {
  const words = JSON.parse(readFileSync(join(ROOT, "shared", name, "words.json"), "utf8")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return [name, { routes: byProxy, says: Object.fromEntries(Object.entries(words).map(([language, own]) => [language, own["scope"] ?? own["place.label"] ?? name])) }];
}));
write("shared/scopes.ts", [
  "export interface ScopeData { readonly routes: readonly string[]; readonly says: Readonly<Record<string, string>> }", "",
  "/** What one person may let another do, by feature: the routes its contract names under byProxy, and how to say it. */",
  `export const scopes: Readonly<Record<string, ScopeData>> = ${JSON.stringify(scopes, null, 2)};`, "",
].join("\n"));

/** How each habit is said: title, why, and what a choice means, in the plain words of its feature's words.json under "setting". */
const habits = Object.fromEntries(Object.keys(contracts).filter((name) => has("shared", name, "words.json")).map((name) => {
  const words = JSON.parse(readFileSync(join(ROOT, "shared", name, "words.json"), "utf8")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return [name, Object.fromEntries(Object.entries(words).map(([language, own]) => [language, Object.fromEntries(Object.entries(own).filter(([key]) => /^setting\.|^place\./.test(key)))]))];
}));
write("shared/habits.ts", [
  `import type { WordsFile } from "./contract/language.ts";`, "",
  "/** How each feature's settings are said, what the feature is called and by which words it is looked for. */",
  `export const habits = ${JSON.stringify(habits, null, 2)} as unknown as Readonly<Record<string, WordsFile>>;`, "",
].join("\n"));

/** Every sentence the phone shows, for who translates them: the frame, the pages, and what warnings say. */
const sentences = Object.fromEntries([["core", "web/core/words.json"], ["alerts/templates", "shared/alerts/warnings/templates.json"], ...names.filter((name) => has("web", name, "page.tsx") && has("shared", name, "words.json")).map((name) => [name, `shared/${name}/words.json`])].map(([page, path]) => {
  const words = JSON.parse(readFileSync(join(ROOT, path!), "utf8")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return [page, { zh: {}, en: {}, ...Object.fromEntries(Object.entries(words).map(([language, own]) => [language, page === "alerts/templates" ? own : pageWords({ zh: own, en: own }, "zh")])) }];
}));
write("shared/sentences.ts", [
  `import type { WordsFile } from "./contract/language.ts";`, "",
  "/** Every sentence the phone shows, by page; what warnings say stands under \"alerts/templates\". */",
  `export const sentences = JSON.parse(${JSON.stringify(JSON.stringify(sentences))}) as Readonly<Record<string, WordsFile>>;`, "",
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
