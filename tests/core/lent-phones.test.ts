import { describe, expect, test } from "vitest";
import { openPage, sees } from "./browser.ts";
import { closePhones } from "./lent-phones.ts";
import { servedPages } from "./served.ts";
import { CALM, VILLAGE, VILLAGER } from "./web-sample.ts";

const site = servedPages(CALM);
const address = (): string => `${site.url}/v/${VILLAGE}`;

describe("a phone that another test has held", () => {
  test("remembers nothing of its reader, and its way back ends at the first page", async () => {
    const first = await openPage(address(), { session: VILLAGER, size: "30", mode: "elder", width: 320, height: 568 });
    await first.page.goto(`${address()}/do`);
    await first.page.evaluate(async () => {
      for (const store of [localStorage, sessionStorage]) store.setItem("mine", "1");
      document.cookie = "mine=1";
      await new Promise((done) => { indexedDB.open("mine").onsuccess = done; });
      await caches.open("mine");
    });
    await first.close();
    const second = await openPage(address());
    await sees(second.page, "今天没有预警");
    expect(second.page).toBe(first.page);
    expect(await second.page.evaluate(async () => [localStorage.getItem("mine"), localStorage.getItem("wecountry.session"), sessionStorage.getItem("mine"), document.cookie, (await indexedDB.databases()).map(({ name }) => name).includes("mine"), await caches.keys(), history.length, innerWidth]))
      .toEqual([null, null, null, "", false, [], 1, 360]);
    await second.close();
  });
  test("is not lent again when its clock, its network or its routes were touched", async () => {
    const alter: readonly ((page: Awaited<ReturnType<typeof openPage>>["page"]) => Promise<unknown>)[] = [
      (page) => page.clock.install(), (page) => page.context().setOffline(true), (page) => page.route("**/x", (route) => route.abort()), (page) => page.emulateMedia({ media: "print" }), (page) => page.context().newPage(),
    ];
    for (const change of alter) {
      const first = await openPage(address());
      await change(first.page);
      await first.close();
      const second = await openPage(address());
      expect(second.page).not.toBe(first.page);
      await second.close();
    }
  });
  test("that a file left open is taken back with its pages closed", async () => {
    // What another file left open goes first; then at most one of this language is kept beside it.
    await closePhones();
    const one = await openPage(address());
    await closePhones();
    expect([one.page.isClosed(), one.page.url()]).toEqual([false, "about:blank"]);
  });
});
