import { describe, expect, test } from "vitest";
import { parse } from "../../web/core/address.ts";

const at = (path: string, last = "") => { const { query: _, ...where } = parse(path, "", last); return where; };

describe("addresses", () => {
  test("a village's own address is its home", () => expect(at("/v/v1")).toEqual({ kind: "home", scope: "village", name: "home", rest: [], village: "v1" }));
  test("the front door leads to the village last looked at", () => expect(at("/", "v1")).toMatchObject({ kind: "home", village: "v1" }));
  test("the front door asks which village when the phone is new", () => expect(at("/")).toMatchObject({ kind: "pick" }));
  test("a tab without a village keeps the village last looked at", () => expect(at("/do/say", "v1")).toMatchObject({ kind: "tab", name: "do", rest: ["say"], village: "v1" }));
  test("the market is a tab, and what stands behind it a page of that section", () => {
    expect(at("/v/v1/market")).toMatchObject({ kind: "tab", name: "market" });
    expect(at("/v/v1/market/supply-demand/01J")).toMatchObject({ kind: "page", name: "market/supply-demand", rest: ["01J"] });
  });
  test("a letter's link names the page and the letter", () => expect(at("/v/v1/cadres/letters/01J")).toMatchObject({ kind: "page", name: "cadres/letters", rest: ["01J"] }));
  test("the short link of a warning names the village and the house's code", () => expect(at("/w/v1/K7")).toMatchObject({ kind: "page", scope: "link", name: "alerts/answers", village: "v1", rest: ["K7"] }));
  test("a county's front is its board", () => expect(at("/a/431228")).toMatchObject({ kind: "tab", scope: "area", name: "board", area: "431228" }));
  test("a county's page stands below its sections", () => expect(at("/a/431228/alerts/warnings/new")).toMatchObject({ kind: "page", name: "alerts/warnings", rest: ["new"] }));
  test("the operator's pages stand below r", () => expect(at("/r/platform/villages")).toMatchObject({ kind: "page", scope: "region", name: "platform/villages" }));
});
