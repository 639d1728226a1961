import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import type { Answer } from "../../../web/core/client/types.ts";
import type { MyHome, PublicHome, Waiting } from "../../../web/core/home/shape.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, OFFICER, PROFILE, SHOWN } from "./page-sample.ts";

const ABOUT = pageAt("affairs/village-home");

const server = servedPages(ANSWERS);

describe("about the village", () => {
  test("a stranger reads who we are in counts, never in lists of people", async () => {
    const seen = await openPage(`${server.url}${ABOUT}`);
    await sees(seen.page, "152人，41户，3个组");
    await sees(seen.page, "脐橙下树了");
    expect(await seen.page.getByRole("link", { name: "打个招呼" }).getAttribute("href")).toBe(pageAt("circle/guestbook", "new"));
    await sound(seen);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${ABOUT}`, { zh: "152人，41户", en: "152 people" });
  });
  test("an office writes it in both languages, and is told where one is missing", async () => {
    const { sent, listening } = await server.catching(`PUT ${own("affairs/village-home", "/profile")}`, { ...PROFILE, season: null, version: 3 });
    const seen = await openPage(`${listening.url}${ABOUT}/edit`, { session: OFFICER });
    await seen.page.getByLabel("什么正当季（中文）").fill("脐橙下树了");
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "中文英文都要写");
    await sound(seen);
    await seen.page.getByLabel("什么正当季（英文）").fill("Oranges are picked");
    await seen.page.getByLabel("挂到哪一天").fill("2030-01-31");
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "152人，41户");
    expect(sent).toEqual([{ ...PROFILE, season: { line: { zh: "脐橙下树了", en: "Oranges are picked" }, until: "2030-01-31" } }]);
    await seen.close();
  });
  test("what the home asks for is what the feature answers", () => {
    const home = (answer: Answer<"affairs/village-home", "home">): PublicHome => answer;
    const mine = ({ waiting, ...rest }: Answer<"affairs/village-home", "mine">): Omit<MyHome, "waiting"> & { waiting: readonly Omit<Waiting, "actions">[] } => ({ ...rest, waiting: waiting.map(({ actions: _actions, ...each }) => each) });
    expect(home(SHOWN as never).village).toEqual(SHOWN.village);
    expect(mine({ waiting: [], desk: [], people: [], warning: null })).toEqual({ waiting: [], desk: [], people: [], warning: null });
  });
});
