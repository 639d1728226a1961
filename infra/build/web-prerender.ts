import { createContext, runInContext } from "node:vm";

const VOID = new Set(["input", "br", "img", "meta", "link"]);
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** As much of a document as drawing the frame needs. */
class Part {
  readonly childNodes: Part[] = [];
  readonly attributes = new Map<string, string>();
  readonly dataset: Record<string, string> = {};
  parentNode: Part | null = null;
  data = "";
  lang = "";
  readonly name: string;
  constructor(name: string) { this.name = name; }

  get localName(): string { return this.name; }
  get nodeType(): number { return this.name === "" ? 3 : 1; }
  get ownerDocument(): unknown { return fakeDocument; }
  get firstChild(): Part | null { return this.childNodes[0] ?? null; }
  get nextSibling(): Part | null {
    const row = this.parentNode?.childNodes ?? [];
    return row[row.indexOf(this) + 1] ?? null;
  }
  get textContent(): string { return this.data; }
  insertBefore(child: Part, before: Part | null): Part {
    child.remove();
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child: Part): Part { return this.insertBefore(child, null); }
  removeChild(child: Part): void { child.remove(); }
  remove(): void {
    const row = this.parentNode?.childNodes;
    if (row?.includes(this)) row.splice(row.indexOf(this), 1);
    this.parentNode = null;
  }
  replaceChildren(): void { this.childNodes.length = 0; }
  setAttribute(name: string, value: unknown): void { this.attributes.set(name.toLowerCase() === "viewbox" ? "viewBox" : name === "preserveAspectRatio" ? name : name.toLowerCase(), String(value)); }
  removeAttribute(name: string): void { this.attributes.delete(name); }
  addEventListener(): void { /* nobody presses anything while the document is built */ }
  removeEventListener(): void { /* as above */ }

  get outer(): string {
    if (this.name === "") return escape(this.data);
    const attributes = [...this.attributes].map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escape(value)}"`)).join("");
    return `<${this.name}${attributes}>${VOID.has(this.name) ? "" : `${this.inner}</${this.name}>`}`;
  }
  get inner(): string { return this.childNodes.map((child) => child.outer).join(""); }
}

let fakeDocument: unknown;

/**
 * Runs the core's own script in an empty room and reads what it drew: the home of a village that is still being fetched.
 * Links stand without a village: the router adds the one last looked at.
 */
export const prerender = (core: string, boot: string): string => {
  const app = new Part("div");
  const data = new Part("script");
  data.data = boot;
  const none = (): undefined => undefined;
  const element = (name: string): Part => new Part(name);
  fakeDocument = {
    documentElement: new Part("html"), title: "", visibilityState: "hidden", addEventListener: none, querySelector: () => null,
    getElementById: (id: string) => (id === "app" ? app : id === "boot" ? data : null),
    createElement: element, createElementNS: (_space: string, name: string) => element(name),
    createTextNode: (text: string) => { const part = new Part(""); part.data = String(text); return part; },
  };
  const room = {
    document: fakeDocument, location: { pathname: "/v/-", search: "", origin: "" }, navigator: {}, localStorage: { getItem: () => null, setItem: none, removeItem: none },
    addEventListener: none, dispatchEvent: none, setTimeout: none, clearTimeout: none, requestAnimationFrame: none, cancelAnimationFrame: none, queueMicrotask: none,
    fetch: () => new Promise(none), AbortSignal, URLSearchParams, URL, Intl, crypto, history: {}, console,
  };
  runInContext(core, createContext(room));
  return app.inner.replaceAll('"/v/-/', '"/').replaceAll('"/v/-"', '"/"');
};
