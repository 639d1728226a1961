/**
 * The inline script of the document: sets size, mode, theme and language before the first paint, starts the home's open call at once,
 * and hides the prerendered home where another page, language or mode is meant. It imports nothing.
 */
const root = document.documentElement;
const stored = ((): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem("wecountry.prefs") ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
})();
/* The door may open it for an elder: a plate, a card or a grandchild's link ends in "?elder". */
if (/[?&]elder\b/.test(location.search) && stored["mode"] !== "elder") {
  Object.assign(stored, { mode: "elder", size: stored["size"] === "30" ? "30" : "24" });
  try { localStorage.setItem("wecountry.prefs", JSON.stringify(stored)); } catch { /* a phone that keeps nothing shows this page so */ }
}
const first = root.lang.slice(0, 2);
const language = stored["language"] ?? first;
root.dataset["size"] = stored["size"] ?? "18";
root.dataset["mode"] = stored["mode"] ?? "plain";
root.dataset["theme"] = stored["theme"] ?? "auto";
root.lang = language === "zh" ? "zh-CN" : language;

const village = /^\/v\/([0-9a-z-]+)\/?$/.exec(location.pathname)?.[1] ?? (location.pathname === "/" ? stored["village"] : "");
if (village) {
  const url = `/open/affairs/village-home/villages/${village}/`;
  const answer = fetch(url, { credentials: "omit", headers: { "Accept-Language": language } });
  answer.catch(() => undefined);
  (self as unknown as { early: unknown }).early = { url, language, answer };
}
if (language !== first || stored["mode"] === "elder" || !(village || location.pathname === "/")) root.dataset["wait"] = "";
