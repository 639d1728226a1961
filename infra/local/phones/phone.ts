import { element } from "./element.ts";
import { bubble, type Message } from "./thread.ts";
import { pick, t } from "./words.ts";

export interface Phone { readonly number: string; readonly name: string | null; readonly role: { readonly zh: string; readonly en: string } | null; readonly messages: Message[] }
export interface Facts { readonly answersBySms: boolean; readonly zone: string; readonly helpPhone: string }
export interface Drawn { show(number: string): void; arrived(number: string, message: Message): void; draw(): void; readonly number: () => string }

const local = (number: string): string => number.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3");
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "C"];

/** Draws one cheap phone into its place: whose it is, its messages, a reply box where answers by SMS arrive, keys to press. */
export const drawPhone = (place: HTMLElement, phones: () => readonly Phone[], facts: () => Facts, start: string, kept: (number: string) => void): Drawn => {
  let number = start;
  let draft = "";
  let thread = element("div");
  const find = (): Phone | undefined => phones().find((each) => each.number === number);
  const toEnd = (): void => { thread.scrollTop = thread.scrollHeight; };

  const whose = (): HTMLElement => {
    const option = (each: Phone): HTMLElement => element("option", { value: each.number, selected: each.number === number }, `${local(each.number)} ${each.name ?? t("no-name")}`);
    const select = element("select", { onchange: () => { number = select.value; draft = ""; kept(number); draw(); } }, ...phones().map(option));
    const role = find()?.role;
    return element("label", {}, t("whose"), select, element("span", {}, role ? pick(role) : ""));
  };
  const reply = (): { box: HTMLElement; input: HTMLInputElement | null } => {
    if (!facts().answersBySms) return { box: element("p", { class: "silent" }, t("no-answers", { phone: facts().helpPhone })), input: null };
    const input = element("input", { name: "text", autocomplete: "off", maxlength: 300, "aria-label": t("write"), placeholder: t("write"), oninput: () => { draft = input.value; } });
    input.value = draft;
    const refused = element("p", { class: "refused", role: "alert", hidden: true }, t("not-sent"));
    const button = element("button", { type: "submit" }, t("send"));
    const send = async (): Promise<void> => {
      if (!input.value.trim()) return;
      button.disabled = true;
      const answer = await fetch("/phones-api/reply", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ from: number, text: input.value }) }).catch(() => null);
      button.disabled = false;
      refused.hidden = answer?.ok === true;
      if (answer?.ok) { input.value = draft = ""; input.focus({ preventScroll: true }); }
    };
    const form = element("form", { class: "write", onsubmit: (event) => { event.preventDefault(); void send(); } }, input, button);
    return { box: element("div", {}, refused, form), input };
  };
  const keys = (input: HTMLInputElement | null): HTMLElement => element("div", { class: "keys" }, ...KEYS.map((key) => element("button", {
    type: "button", ...(key === "C" ? { "aria-label": t("key.delete") } : {}), disabled: input === null,
    onclick: () => { if (input) draft = input.value = key === "C" ? input.value.slice(0, -1) : input.value + key; },
  }, key)));

  const draw = (): void => {
    const phone = find();
    thread = element("div", { class: "thread", tabindex: 0, role: "log", "aria-label": phone?.name ?? local(number) });
    thread.append(...(phone?.messages.length ? phone.messages.map((message) => bubble(message, facts().zone)) : [element("p", { class: "nothing" }, t("empty"), element("br"), t("empty.code"))]));
    const { box, input } = reply();
    place.replaceChildren(whose(), element("div", { class: "case" }, element("div", { class: "ear" }),
      element("div", { class: "screen" }, element("div", { class: "bar" }, element("b", {}, phone?.name ?? ""), element("span", {}, local(number))), thread, box), keys(input)));
    toEnd();
  };
  return {
    draw, number: () => number,
    show: (other) => { number = other; draw(); },
    arrived: (to, message) => {
      if (to !== number) return;
      thread.querySelector(".nothing")?.remove();
      const made = bubble(message, facts().zone);
      made.classList.add("fresh");
      thread.append(made);
      toEnd();
    },
  };
};
