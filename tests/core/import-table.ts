import { posix } from "node:path";

export interface Import { readonly from: string; readonly typeOnly: boolean }

const PATTERN = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
/** Every import of a source text, static or dynamic; inside a type (`import("x").Y`) counts as dynamic. */
export const importsOf = (source: string): Import[] =>
  [...source.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(PATTERN)].map((match) => ({ from: (match[2] ?? match[3])!, typeOnly: match[1] !== undefined }));

const FEATURE = /^(shared|functions|web)\/(cadres|affairs|services|market|circle|alerts|platform)\/([a-z-]+)\//;
const featureOf = (path: string): string | null => { const match = FEATURE.exec(path); return match ? `${match[2]}/${match[3]}` : null; };
const resolve = (file: string, spec: string): string => (spec.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), spec)) : spec);
const isAws = (spec: string): boolean => spec.startsWith("@aws-sdk/") || spec.startsWith("@middy/") || spec.startsWith("aws-cdk") || spec === "constructs" || spec === "cdk-nag";
const isSharedFeature = (to: string): boolean => to.startsWith("shared/") && featureOf(to) !== null;

/** Contracts as a feature may name another's insides by: its `reads`. */
export type Reads = (feature: string) => readonly string[];

/**
 * Why a file may not import something, or null. The table of the architecture, one row a kind of folder.
 * @param file path from the project's top, with forward slashes
 */
export const forbidden = (file: string, { from, typeOnly }: Import, reads: Reads): string | null => {
  const to = resolve(file, from);
  const own = featureOf(file);
  if (to.startsWith("tests/") && !file.startsWith("tests/")) return "tests are imported by nothing";
  if (file.startsWith("tests/")) return null;
  if (file.startsWith("shared/contract/")) return to === "zod" || to.startsWith("shared/contract/") ? null : "the language of contracts imports zod alone";
  if (file.startsWith("shared/")) {
    if (own === null) return null;
    return to === "zod" || to.startsWith("shared/contract/") || isSharedFeature(to) ? null : "both sides know it: no node:, AWS or DOM";
  }
  if (file.startsWith("functions/core/")) {
    if (to.startsWith("functions/") && featureOf(to)) return "core knows no feature";
    if (isSharedFeature(to)) return "core knows no feature";
    if (to.startsWith("web/") || to.startsWith("infra/")) return "the cloud's code knows neither page nor stacks";
    return null;
  }
  if (file.startsWith("functions/") && own) {
    if (isAws(to) || to.startsWith("node:")) return "features speak to core, not to AWS or node:";
    if (to.startsWith("shared/")) return null;
    if (to === "zod" || to === "saxes") return null;
    if (to.startsWith(`functions/${own}/`)) return null;
    // Export, import and erasure walk over the rows of every feature: one feature alone may.
    if (own === "platform/exports" && to === "functions/core/carry.ts") return null;
    // What is reported is read where it stands, of whichever feature it is: one feature alone may.
    if (own === "circle/moderation" && to === "functions/core/said.ts") return null;
    // What hangs on the wall is checked against what stands now, of whichever feature it is: one feature alone may.
    if (own === "platform/paper" && to === "functions/core/sheet.ts") return null;
    // How a text fits what somebody sought, with pinyin: the search alone.
    if (own === "platform/search" && to === "functions/core/find-match.ts") return null;
    // The interface's own document, as the build wrote it, is served by one feature.
    if (own === "platform/open-interfaces" && to === "docs/api/openapi.json") return null;
    const core = to.startsWith("functions/core/");
    if (file.endsWith("/rules.ts")) return "rules are pure: contracts and own rules";
    if (core) return to === "functions/core/implement.ts" || typeOnly ? null : "of core, only core/implement and types";
    const other = featureOf(to);
    if (other && to.startsWith("functions/")) {
      if (!to.endsWith("/reads.ts")) return "another feature's insides";
      return reads(own).includes(other) ? null : `${own} does not name ${other} under reads`;
    }
    return "not in the table";
  }
  if (file.startsWith("web/")) {
    if (to.startsWith("functions/") || to.startsWith("infra/") || isAws(to) || to === "zod") return typeOnly && to === "zod" ? null : "the page runs on the phone";
    if (to.startsWith("shared/")) return typeOnly || to.endsWith(".json") || PLAIN.has(to) ? null : "of contracts, types only";
    return to.startsWith("node:") ? "the page runs on the phone" : null;
  }
  if (file.startsWith("infra/")) {
    // The page's own build reads its icons and its first script.
    if (to.startsWith("web/")) return file.startsWith("infra/build/web") ? null : "stacks know no page";
    if (file.startsWith("infra/local/") || file.startsWith("infra/build/")) return null;
    if (to.startsWith("functions/") && !typeOnly) return "functions only as a path";
  }
  return null;
};

/** Files of shared without zod, which a page may take as they are. */
export const PLAIN: ReadonlySet<string> = new Set([
  "shared/contract/sms-parts.ts", "shared/contract/language.ts", "shared/contract/fill.ts", "shared/contract/media-limits.ts", "shared/alerts/warnings/hazards.ts", "shared/alerts/warnings/templates.ts", "shared/alerts/warnings/accounting.ts", "shared/alerts/roll-call/states.ts",
]);
