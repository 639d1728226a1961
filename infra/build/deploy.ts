/**
 * Puts a region's version there, or the one before back: npm run deploy -- <region> [--yes], npm run rollback -- <region> [--yes]
 * Ends with 0 when the version runs, 1 when nothing was changed, 2 when it failed and the former one runs again, 3 when it failed and does not.
 */
import { parseArgs } from "node:util";
import { loadRegion } from "../regions/load.ts";
import { handsFor } from "./deploy-hands.ts";
import { deploy, type Ending, rollback } from "./deploy-steps.ts";

const CODES: Readonly<Record<Ending, number>> = { done: 0, stopped: 1, "put back": 2, broken: 3 };

try {
  const { values: { yes = false, back = false }, positionals: [name = ""] } = parseArgs({ allowPositionals: true, options: { yes: { type: "boolean" }, back: { type: "boolean" } } });
  const hands = handsFor(await loadRegion(name), { yes });
  process.exitCode = CODES[await (back ? rollback : deploy)(name, hands)];
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
