import type { OpenHouse, VillageBoard, WarningBoard } from "../phones-board.ts";
import { element } from "./element.ts";
import { pick, t } from "./words.ts";

const figure = (n: number, label: string, tone: string): HTMLElement => element("li", { class: tone }, element("b", {}, String(n)), label);
const house = (each: OpenHouse): HTMLElement => element("li", { class: `${each.state === "needs-help" ? "help" : each.state === "stayed" || each.state === "partly-moved" ? "stayed" : ""}${each.vulnerable ? " care" : ""}` },
  element("b", {}, t("house", { no: each.no })), element("small", {}, `${t(`house.${each.state}`)}${each.vulnerable ? ` · ${t("house.vulnerable")}` : ""}`));

const village = (each: VillageBoard): HTMLElement => {
  const done = each.households - each.open;
  return element("article", { class: "card" },
    element("div", { class: "row" }, element("h3", {}, pick(each.names)), element("span", { class: "soft" }, each.open === 0 && each.households > 0 ? t("all-in") : t("accounted", { done, all: each.households }))),
    element("ul", { class: "figures" }, figure(each.told, t("told"), ""), figure(each.answered, t("answered"), ""), figure(each.open, t("open"), each.open === 0 && each.households > 0 ? "good" : ""), figure(each.help, t("help"), each.help > 0 ? "bad" : "")),
    element("progress", { max: Math.max(1, each.households), value: done, "aria-label": t("accounted", { done, all: each.households }) }),
    each.withoutPhone > 0 ? element("p", { class: "soft" }, t("no-phone", { n: each.withoutPhone })) : null,
    each.houses.length > 0 ? element("ul", { class: "houses", "aria-label": t("houses") }, ...each.houses.map(house), each.open > each.houses.length ? element("li", {}, t("more", { n: each.open - each.houses.length })) : null) : null);
};

const warning = (each: WarningBoard, zone: string): HTMLElement[] => [
  element("div", { class: `band ${each.state === "issued" ? each.colour : "past"}` },
    element("h2", {}, pick(each.headline)),
    element("p", {},
      ...(each.status === "Exercise" ? [element("span", { class: "tag" }, t("drill"))] : each.status === "Test" ? [element("span", { class: "tag" }, t("test"))] : []),
      element("span", { class: "tag" }, t(`state.${each.state}`)), each.paused ? element("span", { class: "tag" }, t("paused")) : null,
      t("since", { time: new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(new Date(each.issuedAt)) }))),
  ...each.villages.map(village),
];

const calm = (): HTMLElement => element("article", { class: "card calm" },
  element("h2", {}, t("board.none")),
  element("ol", {}, ...["how.1", "how.2", "how.3"].map((key, i) => element("li", {}, element("b", {}, String(i + 1)), element("span", {}, t(key))))),
  element("p", { class: "try" }, t("how.try")));

/** Draws the roll of what runs now, or how to begin. */
export const drawBoard = (place: HTMLElement, items: readonly WarningBoard[], zone: string): void => {
  place.replaceChildren(...(items.length === 0 ? [calm()] : items.flatMap((each) => warning(each, zone))));
};
