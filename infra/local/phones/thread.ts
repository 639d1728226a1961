import { element } from "./element.ts";
import { t } from "./words.ts";

export interface Message { readonly id: string; readonly mine: boolean; readonly text: string; readonly at: string; readonly purpose: string | null }

const LINK = /(https?:\/\/[^\s，。、；]+)/;
const CODE = /\d{6}/;

/** A text with its links: those of this site open their page beside, others stay text. */
const linked = (text: string): (Node | string)[] => text.split(LINK).map((part) =>
  (part.startsWith(`${location.origin}/`) ? element("a", { href: part, target: "_blank", rel: "noopener" }, part) : part));

const codeLine = (text: string): Node | null => {
  const code = CODE.exec(text)?.[0];
  if (!code) return null;
  const button = element("button", { type: "button", onclick: () => { navigator.clipboard.writeText(code).then(() => { button.textContent = t("copied"); }, () => undefined); } }, t("copy"));
  return element("div", { class: "code" }, element("b", {}, code), button);
};

/** One message on a phone's glass. */
export const bubble = (message: Message, zone: string): HTMLElement => element("div", { class: `said${message.mine ? " mine" : ""}${message.purpose === "warning" || message.purpose === "alert" ? " alarm" : ""}` },
  ...(message.purpose === "code" ? [codeLine(message.text)] : []), ...linked(message.text),
  element("time", { datetime: message.at }, new Intl.DateTimeFormat("zh-CN", { timeZone: zone, month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(message.at))));
