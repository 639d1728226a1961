import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../client/refused.ts";
import type { Taken } from "../offline/store.ts";
import { here } from "../router.ts";
import { t } from "../words.ts";
import { check } from "./check.ts";
import { digest, sending } from "./drafts.ts";
import { rulesOf } from "./rules.ts";
import type { Rule } from "./rules.ts";
import { useDrafts } from "./use-drafts.ts";
import type { Drafts } from "./use-drafts.ts";

export type Values = Record<string, unknown>;
/** Two people changed the same thing: what the reader wrote and what stands on the server. */
export interface Clash<V extends Values> { readonly mine: V; readonly theirs: V; readonly version: number }
/** What a field needs to know of its form. */
export interface FieldForm<V extends Values = Values> {
  readonly values: V;
  readonly wrong: Readonly<Record<string, string>>;
  readonly rule: Rule;
  readonly problem: ProblemBody | undefined;
  readonly sent: boolean;
  set(name: string, value: unknown): void;
  /** Checks, sends, forgets the draft; on a refusal shows it at its field and goes there. */
  submit(): Promise<void>;
}
export interface FormHandle<V extends Values = Values> extends FieldForm<V> {
  /** Pictures and voices of this draft, for PhotoField and VoiceField. */
  readonly taken: readonly Taken[];
  take(taken: readonly Taken[]): void;
  /** Checks some fields alone: one question of several. @returns whether they are right */
  look(names: readonly string[]): boolean;
  readonly drafts: Drafts<V>;
  readonly clash: Clash<V> | undefined;
  /** Ends a clash: mine goes over theirs, theirs stays, or mine stands behind theirs to be looked at. */
  settle(how: "mine" | "theirs" | "both"): Promise<void>;
  /** What fields without a label of their own are called, where both sides are shown. */
  readonly labels: Readonly<Record<string, string>>;
}
interface Options<V> {
  readonly start: V;
  /** Sends the checked values; `version` is the one to send as If-Match where something is changed. */
  readonly send: (values: V, version: number | undefined) => Promise<unknown>;
  /** Another name for the draft, where one page has the same form for several things. */
  readonly draft?: string;
  /** The version `start` shows, where something is changed. */
  readonly version?: number;
  /** What stands on the server now, asked after a stale save: both are then shown side by side. */
  readonly latest?: () => Promise<{ readonly values: V; readonly version: number }>;
  readonly labels?: Readonly<Record<string, string>>;
}

const words = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
/** Mine behind theirs where both are words and differ; else theirs, unless they left it empty. */
const both = <V extends Values>(mine: V, theirs: V): V =>
  Object.fromEntries(Object.keys({ ...theirs, ...mine }).map((name) => {
    const [a, b] = [mine[name], theirs[name]];
    return [name, words(a) && words(b) && words(a) !== words(b) ? `${words(b)}\n${words(a)}` : words(b) || (b !== "" && b !== undefined && b !== null) ? b : a];
  })) as V;

/**
 * A form whose rules are those of a route's body. What is written, with its pictures and voice, is kept on the phone until it has been sent.
 * @example const form = useForm("circle/guestbook", "leave", { start: { text: "" }, send: (body) => call("circle/guestbook", "leave", { body }) })
 */
export const useForm = <V extends Values>(feature: string, route: string, { start, send, draft = "", version, latest, labels = {} }: Options<V>): FormHandle<V> => {
  const key = `${feature}:${route}:${here().village ?? here().area ?? ""}:${draft}`;
  const rule = rulesOf(feature, route);
  const rules = digest(JSON.stringify(rule));
  const drafts = useDrafts<V>(key, start, rules, version);
  const { values } = drafts;
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [sent, setSent] = useState(false);
  const [clash, setClash] = useState<Clash<V> | undefined>();
  const newest = useRef(version);
  const seek = useRef(false);
  useEffect(() => {
    if (!seek.current) return;
    seek.current = false;
    document.querySelector<HTMLElement>("[aria-invalid=true], .wrong-first")?.focus();
  });
  // A draft of an older version of the thing: somebody has changed it since.
  useEffect(() => {
    if (drafts.base !== undefined && newest.current !== undefined && drafts.base < newest.current) setClash({ mine: values, theirs: start, version: newest.current });
  }, [drafts.base]);
  const show = (found: Record<string, string>): void => { seek.current = true; setWrong(found); };
  const filledOf = (from: V): V => Object.fromEntries(Object.entries(from).filter(([name, value]) => value !== "" || rule.required?.includes(name))) as V;
  const said = (found: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(found).map(([name, reason]) => [name, t(`reason.${reason}`)]));
  const bring = async (from: V): Promise<void> => {
    setProblem(undefined);
    const filled = filledOf(from);
    const found = check(rule, filled);
    if (Object.keys(found).length > 0) { show(said(found)); return; }
    try {
      sending.draft = { form: key, values: from, rules, ...(newest.current === undefined ? {} : { version: newest.current }) };
      await send(filled, newest.current);
      drafts.done();
      setSent(true);
    } catch (thrown) {
      const refused = problemOf(thrown);
      const theirs = refused.type === "stale-version" && latest ? await latest().catch(() => undefined) : undefined;
      if (theirs) setClash({ mine: from, theirs: theirs.values, version: theirs.version });
      else if (refused.field && Object.hasOwn(values, refused.field.split(".")[0] ?? "")) show({ [refused.field]: refused.title });
      else setProblem(refused);
    } finally {
      sending.draft = null;
    }
  };
  return {
    values, wrong, rule, problem, sent, drafts, clash, labels, taken: drafts.taken, take: drafts.take,
    set: (name, value) => {
      drafts.set({ ...values, [name]: value });
      setSent(false);
      const { [name]: _gone, ...others } = wrong;
      setWrong(others);
    },
    look: (names) => {
      const found = Object.fromEntries(Object.entries(check(rule, filledOf(values))).filter(([name]) => names.includes(name.split(".")[0]!)));
      if (Object.keys(found).length > 0) show(said(found));
      return Object.keys(found).length === 0;
    },
    submit: () => bring(values),
    settle: async (how) => {
      if (!clash) return;
      newest.current = clash.version;
      setClash(undefined);
      const next = how === "mine" ? clash.mine : how === "theirs" ? clash.theirs : both(clash.mine, clash.theirs);
      if (how === "theirs") { drafts.done(); drafts.show(next, clash.version); return; }
      drafts.set(next, clash.version);
      if (how === "mine") await bring(next);
    },
  };
};
