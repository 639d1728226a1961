/** Writes the API as OpenAPI 3.1: npm run openapi → docs/api/openapi.json */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contracts } from "../../shared/registry.ts";
import { ROOT } from "./features.ts";
import { openapi } from "./openapi-document.ts";

mkdirSync(join(ROOT, "docs", "api"), { recursive: true });
writeFileSync(join(ROOT, "docs", "api", "openapi.json"), `${JSON.stringify(openapi(contracts), null, 1)}\n`);
process.stdout.write(`docs/api/openapi.json: ${Object.keys(contracts).length} features\n`);
