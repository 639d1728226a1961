import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const SECTIONS = ["cadres", "affairs", "services", "market", "circle", "alerts", "platform"] as const;

/** Every feature by its folder: those that have a contract. @example featureNames() // ["affairs/households", …] */
export const featureNames = (root = ROOT): string[] =>
  SECTIONS.flatMap((section) => {
    const folder = join(root, "shared", section);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter((name) => existsSync(join(folder, name, "contract.ts"))).sort().map((name) => `${section}/${name}`);
  });

/** Whether the feature has that file, e.g. has("functions", "alerts/cap", "handlers.ts"). */
export const has = (room: "shared" | "functions" | "web", feature: string, file: string): boolean => existsSync(join(ROOT, room, feature, file));
