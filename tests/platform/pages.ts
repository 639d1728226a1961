import { expect } from "vitest";
import { axe, openPage, sees, sideways, smallTargets, until } from "../core/browser.ts";
import type { Reader, Watched } from "../core/browser.ts";
import { VILLAGE } from "../core/web-sample.ts";

/** The routes of a feature in the village of the sample, as the canned answers name them. */
export const open = (feature: string, path = "/"): string => `/open/${feature}/villages/${VILLAGE}${path}`;
export const own = (feature: string, path = "/"): string => `/v1/${feature}/villages/${VILLAGE}${path}`;
export const pageAt = (feature: string, ...rest: readonly string[]): string => [`/v/${VILLAGE}`, feature, ...rest].join("/");

/** What every page owes its readers: nothing pushed sideways, targets for a thumb, nothing axe finds, no refusal of the content policy. */
export const sound = async ({ page, errors }: Watched, least = 44): Promise<void> => {
  await until(page, () => !document.querySelector("[role=status].hush"), "it went on loading");
  expect(await sideways(page), "pushed sideways").toBe(0);
  expect(await smallTargets(page, least)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  expect(errors).toEqual([]);
  expect(await page.locator("h1").count(), "one heading a page").toBe(1);
};

interface Chosen { WeCountry: { core: { choose(change: { language: string }): void } } }
/** Opens a page as the largest letters on the narrowest phone show it, changes its language as the menu does, and holds it in both to what every page owes. */
export const soundInBoth = async (url: string, says: Readonly<Record<"zh" | "en", string>>, reader: Reader = {}): Promise<void> => {
  const seen = await openPage(url, { ...reader, language: "zh", size: "30", mode: "elder", width: 320, height: 568 });
  for (const language of ["zh", "en"] as const) {
    if (language === "en") await seen.page.evaluate((to) => { (globalThis as unknown as Chosen).WeCountry.core.choose({ language: to }); }, language);
    await sees(seen.page, says[language]);
    await sound(seen, 60);
  }
  await seen.close();
};
/** A problem as the API words it. */
export const refusal = (status: number, type: string, title: string, more: object = {}) => () => ({ status, body: { type, status, title, ...more } });
