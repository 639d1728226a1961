import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Asking, authorisationTable, CALLERS, TABLE_FILE, verdictFor } from "../../infra/build/authorisation-table.ts";
import { routesOf } from "../../infra/build/openapi-parts.ts";
import type { Route } from "../../shared/contract/routes.ts";
import { contracts } from "../../shared/registry.ts";

const callers = Object.keys(CALLERS) as Asking[];
const line = (route: Pick<Route, "who" | "at">, byProxy = false, byKey = false): string[] => callers.map((caller) => verdictFor({ byProxy: byProxy ? ["it"] : [], byKey: byKey ? ["it"] : [] }, "it", route, caller));

describe("the table of who is answered how", () => {
  test("is the one the contracts make today", () => {
    expect(readFileSync(TABLE_FILE, "utf8") === authorisationTable(contracts), "run: npm run authorisation").toBe(true);
  });
  test("has a line for every route and every move", () => {
    const lines = authorisationTable(contracts).split("\n").filter((each) => /^\| \S+ \| `/.test(each));
    expect(lines).toHaveLength(Object.values(contracts).flatMap((contract) => routesOf(contract)).length);
  });
  test.each<[string, Pick<Route, "who" | "at">, boolean, string[]]>([
    ["what anyone may read lets everybody in but somebody who says to act for another", { who: "anyone" }, false, ["in", "in", "in", "in", "403 not-by-proxy", "403 not-by-key"]],
    ["a villager's own matter is closed to strangers, and open to a daughter where it says so", { who: "villager" }, true, ["401 sign-in-needed", "404 not-found", "in", "in", "in", "403 not-by-key"]],
    ["an office's work is closed to villagers, to those whose office ended, and to whoever acts for another", { who: ["office:secretary"] }, true, ["401 sign-in-needed", "404 not-found", "403 role-missing", "403 office-ended", "404 not-found", "403 not-by-key"]],
    ["a county's work is closed to all of them, and knows no strangers", { who: ["county:duty-officer"], at: "area" }, false, ["401 sign-in-needed", "403 role-missing", "403 role-missing", "403 role-missing", "403 not-by-proxy", "403 not-by-key"]],
    ["the operator's work in a village is a stranger's 404", { who: "operator" }, false, ["401 sign-in-needed", "404 not-found", "403 role-missing", "403 role-missing", "403 not-by-proxy", "403 not-by-key"]],
    ["a clock is nobody's to call", { who: "clock" }, false, ["401 sign-in-needed", "404 not-found", "403 role-missing", "403 role-missing", "403 not-by-proxy", "403 not-by-key"]],
  ])("%s", (_says, route, byProxy, verdicts) => { expect(line(route, byProxy)).toEqual(verdicts); });
  test("another system's key opens what the contract names, whoever else may ask, and nothing outside a village", () => {
    expect([line({ who: "anyone" }, false, true).at(-1), line({ who: ["office:secretary"] }, false, true).at(-1), line({ who: "anyone", at: "region" }, false, true).at(-1)]).toEqual(["in", "in", "403 not-by-key"]);
  });
});
