import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { problemOf } from "../client/refused.ts";
import { here } from "../router.ts";
import { t } from "../words.ts";
import { check } from "./check.ts";
import { rulesOf } from "./rules.ts";
import type { Rule } from "./rules.ts";

export type Values = Record<string, unknown>;
export interface FormHandle<V extends Values = Values> {
  readonly values: V;
  readonly wrong: Readonly<Record<string, string>>;
  readonly rule: Rule;
  readonly problem: ProblemBody | undefined;
  readonly sent: boolean;
  set(name: string, value: unknown): void;
  /** Checks, sends, forgets the draft; on a refusal shows it at its field and goes there. */
  submit(): Promise<void>;
}
interface Options<V> {
  readonly start: V;
  /** Sends the checked values. */
  readonly send: (values: V) => Promise<unknown>;
  /** Another name for the draft, where one page has the same form for several things. */
  readonly draft?: string;
}

/**
 * A form whose rules are those of a route's body. What is written is kept on the phone until it has been sent.
 * @example const form = useForm("circle/guestbook", "leave", { start: { text: "" }, send: (body) => call("circle/guestbook", "leave", { body }) })
 */
export const useForm = <V extends Values>(feature: string, route: string, { start, send, draft = "" }: Options<V>): FormHandle<V> => {
  const key = `draft:${feature}:${route}:${here().village ?? here().area ?? ""}:${draft}`;
  const [values, setValues] = useState<V>(() => ({ ...start, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<V>) }));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [sent, setSent] = useState(false);
  const seek = useRef(false);
  useEffect(() => {
    if (!seek.current) return;
    seek.current = false;
    document.querySelector<HTMLElement>("[aria-invalid=true], .wrong-first")?.focus();
  });
  const rule = rulesOf(feature, route);
  const show = (found: Record<string, string>): void => { seek.current = true; setWrong(found); };
  return {
    values, wrong, rule, problem, sent,
    set: (name, value) => {
      const next = { ...values, [name]: value };
      setValues(next);
      setSent(false);
      const { [name]: _gone, ...others } = wrong;
      setWrong(others);
      try { localStorage.setItem(key, JSON.stringify(next)); } catch { /* a full phone still sends */ }
    },
    submit: async () => {
      setProblem(undefined);
      const filled = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== "" || rule.required?.includes(name))) as V;
      const found = check(rule, filled);
      if (Object.keys(found).length > 0) { show(Object.fromEntries(Object.entries(found).map(([name, reason]) => [name, t(`reason.${reason}`)]))); return; }
      try {
        await send(filled);
        localStorage.removeItem(key);
        setValues(start);
        setSent(true);
      } catch (thrown) {
        const refused = problemOf(thrown);
        if (refused.field && Object.hasOwn(values, refused.field.split(".")[0] ?? "")) show({ [refused.field]: refused.title });
        else setProblem(refused);
      }
    },
  };
};
