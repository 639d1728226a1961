/**
 * Builds the phone's side: node infra/build/web.ts [region [folder]] writes dist/web. The core is one script; each page is bundled alone and takes
 * Preact and the core from a frozen global; the document is prerendered and carries its own policy's hashes.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PROFILES, wordsIn } from "../../shared/contract/profile.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { icons } from "../../web/core/icons.ts";
import type { Boot } from "../../web/core/boot.ts";
import { ROOT } from "./features.ts";
import { bundle, fromCore, refuseCopies, sharedFiles } from "./web-bundle.ts";
import { placesIn, routesFor, rulesFor, unknownIn } from "./web-data.ts";
import type { Features } from "./web-data.ts";
import { documentOf, drawings, FRAME_ICONS, policyOf, stylesheet } from "./web-document.ts";
import { Files } from "./web-files.ts";
import { prerender } from "./web-prerender.ts";
import { featuresNamed, featureWords, firstWords, frameWords, pageWords } from "./web-words.ts";

const CORE = join(ROOT, "web", "core");
/** Pages that open when there is no network, with everything they need. */
const KEPT = ["alerts/answers", "cadres/letters"];
/** Pages that open without a network for whoever holds a post: their phones fetch them by themselves, a villager's do not (web/core/offline/keep-duty.ts). */
const DUTY = ["alerts/warnings", "alerts/roll-call", "alerts/door-sheets"];

/** What stands on a phone's home screen; `maskable` leaves room for whatever shape the phone cuts. */
const APP_ICONS = [
  { name: "icon.svg", sizes: "any", purpose: "any" }, { name: "icon-192.png", sizes: "192x192", purpose: "any" }, { name: "icon-512.png", sizes: "512x512", purpose: "any" },
  { name: "icon-maskable-512.png", sizes: "512x512", purpose: "maskable" },
] as const;

/** The parts of the frame that are fetched when first needed. */
const parts = (): [string, string][] => [
  ...readdirSync(join(CORE, "views")).filter((name) => name.endsWith(".tsx")).sort().map((name): [string, string] => [`core/${name.slice(0, -4)}`, join(CORE, "views", name)]),
  ["core/outbox", join(CORE, "offline", "outbox-part.ts")],
];

/** Where pages and their words stand: the project's own folders, or a test's. */
export interface Sources { readonly pages: string; readonly words: string }
const OURS: Sources = { pages: join(ROOT, "web"), words: join(ROOT, "shared") };

/** Builds into a folder. @returns how long the core and the pages took, in milliseconds */
export const buildWeb = async (facts: RegionFacts, all: Features, out: string, sources: Sources = OURS): Promise<{ files: Files; milliseconds: number }> => {
  const started = performance.now();
  const first = facts.languages[0]!;
  const others = facts.languages.filter((language) => language !== first);
  // What this kind of village does not have is not built; what it calls things stands in the words.
  const features = Object.fromEntries(Object.entries(all).filter(([name]) => !PROFILES[facts.profile].without.includes(name)));
  const frame = wordsIn(facts.profile, frameWords());
  const names = Object.keys(features);
  const wordsOf = (name: string) => wordsIn(facts.profile, featureWords(name, sources.words));
  const files = new Files();
  const shared = sharedFiles();
  const coreBundle = await bundle(join(CORE, "entry.tsx"));
  const core = files.hashed("core", "js", coreBundle.code);
  const early = (await bundle(join(CORE, "early.ts"))).code;

  const pages: Record<string, string> = {};
  const add = async (name: string, entry: string): Promise<void> => {
    const made = await bundle(entry, { globals: fromCore(shared) });
    refuseCopies(name, made, coreBundle);
    pages[name] = files.hashed(name, "js", made.code);
  };
  for (const [name, entry] of parts()) await add(name, entry);
  const room = mkdtempSync(join(tmpdir(), "wecountry-web-"));
  for (const name of names.filter((each) => features[each]!.page)) {
    const entry = join(room, `${name.replace("/", "-")}.ts`);
    const data: [string, string, unknown][] = [["words.ts", "addWords", [name, first, pageWords(wordsOf(name), first)]], ["client/routes.ts", "addRoutes", [routesFor(features, featuresNamed(name, names, sources.pages))]], ["form/rules.ts", "addRules", [rulesFor(features, name)]]];
    writeFileSync(entry, [
      ...data.map(([file, act]) => `import { ${act} } from ${JSON.stringify(join(CORE, file))};`), `import ${JSON.stringify(join(sources.pages, name, "page.tsx"))};`,
      ...data.map(([, act, args]) => `${act}(...${JSON.stringify(args)});`), "",
    ].join("\n"));
    await add(name, entry);
  }

  const words = Object.fromEntries(others.map((language) => [language, Object.fromEntries(Object.keys(pages).filter((name) => features[name])
    .map((name) => [name, files.hashed(`${name}-${language}`, "json", JSON.stringify(pageWords(wordsOf(name), language)))]))]));
  const index = Object.fromEntries(facts.languages.map((language) => [language, files.hashed(`index-${language}`, "json",
    JSON.stringify({ pages, words: words[language] ?? {}, places: placesIn(features, language, wordsOf), icons: Object.fromEntries(Object.entries(icons).filter(([name]) => !FRAME_ICONS.includes(name))), frame: language === first ? firstWords(frame[first], false) : frame[language] }))]));
  const hot = Object.fromEntries(Object.entries(pages).filter(([name]) => name.startsWith("core/") || [...KEPT, ...DUTY].includes(name)));
  const data: Boot = {
    first, languages: facts.languages, zone: facts.zone, currency: facts.currency, helpPhone: facts.helpPhone, emergencyPhone: facts.emergencyPhone, policePhone: facts.policePhone,
    words: firstWords(frame[first], true), index, routes: files.hashed("routes", "json", JSON.stringify(routesFor(features, names))), hot,
  };
  const boot = JSON.stringify(data).replaceAll("<", "\\u003c");
  const style = await stylesheet();
  const html = documentOf({ language: first, title: frame[first]["frame.name"] ?? "", style, early, core, boot, body: prerender(coreBundle.code, boot), drawings: drawings(FRAME_ICONS) });
  files.plain("index.html", html);
  files.plain("csp.json", JSON.stringify({ html: policyOf({ style, early }) }));
  files.plain("icon.svg", readFileSync(join(CORE, "icon.svg"), "utf8"));
  files.plain("manifest.json", JSON.stringify({ name: frame[first]["frame.name"], short_name: frame[first]["frame.name"], start_url: "/", display: "standalone", background_color: "#f2f3ee", theme_color: "#0a7d43", id: "/", scope: "/", icons: APP_ICONS.map(({ name, sizes, purpose }) => ({ src: `/${name}`, sizes, type: name.endsWith(".svg") ? "image/svg+xml" : "image/png", purpose })) }));

  const keptWords = others.flatMap((language) => KEPT.flatMap((name) => words[language]?.[name] ?? []));
  const precache = ["/", core, "/icon.svg", "/manifest.json", data.routes, ...Object.values(index), ...Object.entries(hot).filter(([name]) => !DUTY.includes(name)).map(([, path]) => path), ...keptWords];
  const stamp = files.hashed("stamp", "txt", html + precache.join());
  files.written.delete(stamp.slice(1));
  files.plain("sw.js", (await bundle(join(CORE, "offline", "worker.ts"), { define: { BUILD: JSON.stringify(stamp.split(".")[1]), PRECACHE: JSON.stringify(precache) } })).code);
  files.save(out);
  // Drawings in dots, for phones that take no lines on their home screen.
  for (const { name } of APP_ICONS.filter((each) => each.name.endsWith(".png"))) copyFileSync(join(CORE, "art", name), join(out, name));
  rmSync(room, { recursive: true });
  return { files, milliseconds: performance.now() - started };
};

/** The facts of a region by its name; "sample" is the one `npm start` runs. */
const factsOf = async (name: string): Promise<RegionFacts> => {
  const path = join(ROOT, "infra", "regions", `${name}.ts`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) throw new Error(`There is no region "${name}".`);
  const module = (await import(path)) as { facts?: RegionFacts; file?: { facts: RegionFacts } };
  return module.facts ?? module.file!.facts;
};

if (import.meta.main) {
  const { features } = (await import(join(ROOT, "web", "registry.ts"))) as { features: Features };
  const { files, milliseconds } = await buildWeb(await factsOf(process.argv[2] ?? "sample"), features, resolve(process.argv[3] ?? join(ROOT, "dist", "web")));
  for (const line of unknownIn(features, frameWords().zh)) process.stdout.write(`${line}\n`);
  process.stdout.write(`${files.written.size} files in ${Math.round(milliseconds)} ms\n`);
}
