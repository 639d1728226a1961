import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { ownStyle } from "../own-style.ts";

ownStyle(".form [hidden]{display:none!important}");
const QUESTION = ".field,.picker,.stepper";

/** The smallest parts that are a question or have none inside, in reading order. What is folded away may stay so: it goes with the question before. */
const leaves = (node: Element): HTMLElement[] => [...node.children].flatMap((child) =>
  child.hasAttribute("data-end") ? [] : child.matches(`${QUESTION},details`) || !child.querySelector(QUESTION) ? [child as HTMLElement] : leaves(child));

/** The parts of a form, one question each: an explanation goes with the question behind it, a button or a count with the one before. */
export const questionsOf = (form: Element): HTMLElement[][] => {
  const pages: HTMLElement[][] = [];
  let before: HTMLElement[] = [];
  for (const leaf of leaves(form)) {
    if (leaf.matches(QUESTION)) { pages.push([...before, leaf]); before = []; }
    else if (pages.length > 0 && before.length === 0 && (leaf.matches("button,details,[role=status],small") || leaf.querySelector("button"))) pages.at(-1)!.push(leaf);
    else before.push(leaf);
  }
  if (before.length > 0) (pages.at(-1) ?? pages[pages.push([]) - 1]!).push(...before);
  return pages;
};

/** The fields of some parts, by name. */
const namesIn = (parts: readonly HTMLElement[]): string[] => parts.flatMap((part) => [part, ...part.querySelectorAll("[name]")].map((each) => each.getAttribute("name") ?? "")).filter(Boolean);

export interface Questions { readonly at: number; readonly all: number; go(to: number): void; names(): string[] }

/**
 * Shows one question of a form at a time, whatever the form is made of: all of it stays in the page, so that nothing typed, said or taken is
 * lost between two questions. `wrong` leads back to the first question that has something wrong with it.
 */
export const useQuestions = (form: RefObject<HTMLFormElement | null>, on: boolean, wrong: object): Questions => {
  const [place, set] = useState({ at: 0, all: 1 });
  const lay = (want: number): void => {
    const root = form.current;
    if (!root) return;
    const pages = questionsOf(root);
    const at = Math.min(want, pages.length - 1);
    pages.forEach((parts, n) => { for (const each of parts) each.hidden = n !== at; });
    set((old) => (old.at === at && old.all === pages.length ? old : { at, all: pages.length }));
  };
  useLayoutEffect(() => {
    if (!on || !form.current) return undefined;
    lay(place.at);
    // A question that comes or goes with an answer changes how many there are.
    const watch = new MutationObserver(() => lay(place.at));
    watch.observe(form.current, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      for (const each of form.current?.querySelectorAll<HTMLElement>("[hidden]") ?? []) each.hidden = false;
    };
  }, [on, place.at]);
  useLayoutEffect(() => {
    const root = form.current;
    if (!on || !root) return;
    const first = root.querySelector("[aria-invalid=true],.wrong");
    const found = first ? questionsOf(root).findIndex((parts) => parts.some((each) => each.contains(first))) : -1;
    if (found >= 0) lay(found);
  }, [on, wrong]);
  return { ...place, go: (to) => lay(to), names: () => (form.current ? namesIn(questionsOf(form.current)[place.at] ?? []) : []) };
};
