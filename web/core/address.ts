/** Where the reader is. */
export interface Here {
  readonly kind: "home" | "pick" | "tab" | "page";
  readonly scope: "village" | "area" | "region" | "link";
  readonly village?: string;
  readonly area?: string;
  /** On `tab`: its name. On `page`: "<section>/<feature>". */
  readonly name: string;
  /** What stands behind the name: an id, "new", … */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}
/** Tabs with something behind their name. "market" has nothing: it is a section too, and what stands behind it is a page of that. */
const VILLAGE_TABS = ["village", "do", "me", "all", "help", "listen"];

/** Reads an address. @example parse("/v/v1/alerts/warnings/01J…") // { kind: "page", name: "alerts/warnings", rest: ["01J…"], … } */
export const parse = (path: string, search = "", last = ""): Here => {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  const at = (kind: Here["kind"], scope: Here["scope"], name: string, rest: string[], place: { village?: string; area?: string } = {}): Here => ({ kind, scope, name, rest, query, ...place });
  const inside = (scope: "village" | "area" | "region", tail: string[], place: { village?: string; area?: string }): Here =>
    tail.length === 0 ? at(scope === "village" ? "home" : "tab", scope, scope === "village" ? "home" : scope === "area" ? "board" : "operator", [], place)
      : tail.length === 1 || (scope === "village" && VILLAGE_TABS.includes(tail[0]!)) ? at("tab", scope, tail[0]!, tail.slice(1), place)
        : at("page", scope, `${tail[0]}/${tail[1]}`, tail.slice(2), place);
  const [head, id, ...tail] = parts;
  if (head === "w" && id) return tail[0] ? at("page", "link", "alerts/answers", tail, { village: id }) : at("page", "link", "alerts/answers", [id]);
  if (head === "v" && id) return inside("village", tail, { village: id });
  if (head === "a" && id) return inside("area", tail, { area: id });
  if (head === "r") return inside("region", parts.slice(1), {});
  return last ? inside("village", parts, { village: last }) : at("pick", "region", "pick", parts);
};
