/**
 * The service worker, by hand. It answers navigation from its own copy of the document (whose policy travels with it), keeps the frame and
 * the pages that must open without a network, and remembers the last answer of every read for when there is none.
 */
interface Extendable { waitUntil(done: Promise<unknown>): void }
interface Fetching extends Extendable { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Pushed extends Extendable { readonly data: { json(): { t: string; u: string } } | null }
interface Tapped extends Extendable { readonly notification: { readonly data: string; close(): void } }
interface Scope {
  addEventListener(type: "install" | "activate", act: (event: Extendable) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
  addEventListener(type: "push", act: (event: Pushed) => void): void;
  addEventListener(type: "notificationclick", act: (event: Tapped) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void>; openWindow(address: string): Promise<unknown> };
  readonly registration: { showNotification(title: string, options: object): Promise<void> };
  readonly location: Location;
}
declare const BUILD: string;
declare const PRECACHE: readonly string[];
const worker = self as unknown as Scope;
const SHELL = `wecountry-${BUILD}`;
const KEEP = [SHELL, "wecountry-open", "wecountry-mine", "wecountry-pictures"];
/** Small pictures everywhere, large ones and voices that are public: they never change, so one look is enough. */
const PICTURE = /^\/(?:open\/platform\/media\/villages\/[^/]+\/[^/]+\/(?:full|thumb)|v1\/platform\/media\/villages\/[^/]+\/[^/]+\/thumb)$/;
const OTHER_MEDIA = /^\/v1\/platform\/media\/villages\/[^/]+\/[^/]+\/full$/;
const TOO_SLOW = 8_000;
/** Views remembered of each kind; the oldest go first. */
const MOST = 150;

worker.addEventListener("install", (event) => event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([...PRECACHE])).then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => !KEEP.includes(name)).map((name) => caches.delete(name)))).then(() => worker.clients.claim())));

const document = async (request: Request): Promise<Response> => (await caches.match("/", { cacheName: SHELL })) ?? fetch(request);
/** Its name holds what it holds; what comes after it only says that it is asked for once more (web/core/run-file.ts). */
const asset = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(SHELL)).put(pathname, fresh.clone());
  return fresh;
};
/** The newest answer, else the last one seen, marked as old. */
const read = async (request: Request, store: string): Promise<Response> => {
  const cache = await caches.open(store);
  const last = async (): Promise<Response | undefined> => {
    const kept = await cache.match(request);
    return kept && new Response(kept.body, { status: kept.status, headers: { ...Object.fromEntries(kept.headers), "x-kept": "1" } });
  };
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(TOO_SLOW) });
    if (fresh.ok) {
      await cache.put(request, fresh.clone());
      const keys = await cache.keys();
      await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
    }
    return fresh.status >= 500 ? ((await last()) ?? fresh) : fresh;
  } catch (thrown) {
    const kept = await last();
    if (kept) return kept;
    throw thrown;
  }
};

/** What is kept answers at once; what others may not see is kept with one's own views, which go when somebody else signs in. */
const picture = async (request: Request, store: string): Promise<Response> => {
  const cache = await caches.open(store);
  const seen = await cache.match(request);
  if (seen) return seen;
  const fresh = await fetch(request);
  if (fresh.ok) {
    await cache.put(request, fresh.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
  }
  return fresh;
};

/** That there is something, never what: it lies on a locked screen. */
worker.addEventListener("push", (event) => { const told = event.data?.json(); if (told) event.waitUntil(worker.registration.showNotification(told.t, { data: told.u, tag: told.u, icon: "/icon.svg" })); });
worker.addEventListener("notificationclick", (event) => { event.notification.close(); event.waitUntil(worker.clients.openWindow(event.notification.data)); });

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.cache === "no-store" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(document(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (PICTURE.test(url.pathname)) event.respondWith(picture(request, url.pathname.startsWith("/open/") ? "wecountry-pictures" : "wecountry-mine"));
  else if (OTHER_MEDIA.test(url.pathname)) return;
  else if (url.pathname.startsWith("/open/")) event.respondWith(read(request, "wecountry-open"));
  else if (url.pathname.startsWith("/v1/") && !url.pathname.startsWith("/v1/platform/sign-in/")) event.respondWith(read(request, "wecountry-mine"));
});
