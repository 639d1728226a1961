import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { browser } from "./chromium.ts";

/** What cannot be changed once a phone is there: its language, and whether a service worker may move in. */
interface Kind { readonly locale: string; readonly worker: boolean }
interface Phone { readonly kind: Kind; readonly context: BrowserContext; readonly page: Page; readonly wire: CDPSession; readonly altered: boolean }
/** A phone in a test's hands. */
interface Lent { readonly page: Page; /** Opens an address as the first of the phone's life, with this in its memory. */ visit(url: string, memory: Readonly<Record<string, string>>): Promise<void>; giveBack(): Promise<void> }

const BLANK = "about:blank";
/** What a test may change on a phone that nothing here sets back. */
const ON_PAGE = ["clock", "route", "addInitScript", "exposeFunction", "exposeBinding", "emulateMedia"] as const;
const ON_CONTEXT = ["newCDPSession", "setOffline", "grantPermissions", "setGeolocation", "route"] as const;
/** A worker keeps a few phones of each language, for one file after the other: a new one costs more than most pages. */
const MOST = 2;
const idle: Phone[] = [];
const lent = new Set<Lent>();

/** Calls `say` when one of these is asked for. */
const watch = <T extends object>(whole: T, names: readonly (keyof T)[], say: () => void): void => {
  for (const name of names) {
    const real = whole[name];
    Object.defineProperty(whole, name, { get: () => { say(); return real; } });
  }
};

const bought = async (kind: Kind): Promise<Phone> => {
  const context = await (await browser()).newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, hasTouch: true, serviceWorkers: kind.worker ? "allow" : "block", locale: kind.locale });
  const page = await context.newPage();
  const phone = { kind, context, page, wire: await context.newCDPSession(page), altered: false };
  const say = (): void => { phone.altered = true; };
  watch(page, ON_PAGE, say);
  watch(context, ON_CONTEXT, say);
  return phone;
};

const found = async (kind: Kind): Promise<Phone> => {
  // The last given back first: it has the scripts of the address that is served again first, too.
  const at = idle.findLastIndex((each) => each.kind.locale === kind.locale && each.context.browser()?.isConnected());
  return !kind.worker && at >= 0 ? idle.splice(at, 1)[0]! : bought(kind);
};

/** Wipes a phone for its next reader: pages, what they kept, and what was set on it. */
const wipe = async ({ page, wire }: Phone, origins: ReadonlySet<string>): Promise<void> => {
  for (const event of ["pageerror", "console", "framenavigated", "request", "response"] as const) page.removeAllListeners(event);
  await page.evaluate(() => { sessionStorage.clear(); });
  await page.goto(BLANK);
  await Promise.all([...origins].map((origin) => wire.send("Storage.clearDataForOrigin", { origin, storageTypes: "cookies,local_storage,indexeddb,cache_storage" })));
};

/** Lends a phone: one that another test gave back, wiped, or a new one. */
export const lend = async (kind: Kind): Promise<Lent> => {
  const phone = await found(kind);
  const { context, page, wire } = phone;
  const origins = new Set<string>();
  page.on("framenavigated", (frame) => { origins.add(new URL(frame.url()).origin); });
  let script: { dispose(): Promise<void> } | undefined;
  const self: Lent = {
    page,
    visit: async (url, memory) => {
      script = await context.addInitScript((all: Record<string, string>) => { for (const [key, value] of Object.entries(all)) if (localStorage.getItem(key) === null) localStorage.setItem(key, value); }, memory);
      await page.goto(url, { waitUntil: "load" });
      await wire.send("Page.resetNavigationHistory");
    },
    giveBack: async () => {
      if (!lent.delete(self)) return;
      const spent = kind.worker || phone.altered || context.pages().length !== 1 || idle.filter((each) => each.kind.locale === kind.locale).length >= MOST;
      await script?.dispose();
      if (!spent && await wipe(phone, origins).then(() => true, () => false)) idle.push(phone);
      else await context.close();
    },
  };
  lent.add(self);
  return self;
};

/** Takes back every phone a test file has left open. */
export const closePhones = async (): Promise<void> => { await Promise.all([...lent].map((each) => each.giveBack())); };
