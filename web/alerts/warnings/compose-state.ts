import { useState } from "preact/hooks";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { FieldForm } from "../../core/form/use-form.ts";
import { here } from "../../core/router.ts";
import { basisOf, bodyOf, isReady, NOTHING } from "./facts.ts";
import type { Facts } from "./facts.ts";

/** What the server has of it: its words, what it says beside the button, and the facts it had then. */
export interface Saved { readonly id: string; readonly version: number; readonly texts: WarningView["texts"]; readonly concerns: WarningView["concerns"]; readonly status: WarningView["status"]; readonly body: string; readonly basis: string }
interface Kept { readonly facts: Facts; readonly saved: Saved | null; readonly step: number }

export interface Composing extends FieldForm<Facts> {
  readonly saved: Saved | null;
  readonly step: number;
  /** Something was changed that the server does not have. */
  readonly dirty: boolean;
  /** The words shown are those of the facts. */
  readonly fresh: boolean;
  goTo(step: number): void;
  change(facts: Partial<Facts>): void;
  /** Keeps it on the server; undefined when that was refused or nobody answered (said in `problem`). */
  save(onStep?: number): Promise<Saved | undefined>;
  putUp(households?: number): Promise<WarningView | undefined>;
  forget(): void;
}
const LIMITS = { properties: { placeZh: { maxLength: 40 }, placeEn: { maxLength: 40 }, whoZh: { maxLength: 40 }, whoEn: { maxLength: 40 }, issuer: { maxLength: 40 }, sourceText: { maxLength: 8000 }, note: { maxLength: 2000 } } } as const;
const savedOf = (warning: WarningView, facts: Facts, body: string): Saved =>
  ({ id: warning.id, version: warning.version, texts: warning.texts, concerns: warning.concerns, status: warning.status, body, basis: basisOf(facts) });

/**
 * A warning being written. Every change is kept on this phone at once, and on the server when it is saved, so that neither a dead
 * battery nor a dead line loses it.
 * @param name which one: "new", or the id of the draft or of the warning it updates
 */
export const useComposing = (name: string, start: Facts = NOTHING, draft: WarningView | null = null): Composing => {
  const key = `draft:alerts/warnings:compose:${here().area ?? ""}:${name}`;
  const [kept, keepState] = useState<Kept>(() => {
    const fresh: Kept = { facts: start, saved: draft && isReady(start) ? savedOf(draft, start, JSON.stringify(bodyOf(start))) : null, step: 0 };
    const old = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    // Somebody else may have gone on with the draft since: then theirs is the one to go on from.
    return old && (!draft || old.saved?.version === draft.version) ? old : fresh;
  });
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const { facts, saved, step } = kept;
  const keep = (next: Kept): void => {
    keepState(next);
    try { localStorage.setItem(key, JSON.stringify(next)); } catch { /* a full phone still sends */ }
  };
  const change = (some: Partial<Facts>): void => {
    keep({ ...kept, facts: { ...facts, ...some } as Facts });
    setProblem(undefined);
    setWrong({});
  };
  const save = async (onStep = step): Promise<Saved | undefined> => {
    if (!isReady(facts)) return undefined;
    setProblem(undefined);
    const body = bodyOf(facts);
    try {
      const warning = saved ? await call("alerts/warnings", "revise", { params: { id: saved.id }, body, ifMatch: saved.version }) : await call("alerts/warnings", "draft", { body });
      const next = savedOf(warning, facts, JSON.stringify(body));
      keep({ facts, saved: next, step: onStep });
      return next;
    } catch (thrown) {
      setProblem(problemOf(thrown));
      return undefined;
    }
  };
  const dirty = !saved || !isReady(facts) || saved.body !== JSON.stringify(bodyOf(facts));
  return {
    values: facts, wrong, rule: LIMITS, problem, sent: false, saved, step, dirty, fresh: saved?.basis === basisOf(facts), change, save,
    set: (field, value) => change({ [field]: value }),
    goTo: (to) => { keep({ ...kept, step: to }); scrollTo(0, 0); },
    submit: async () => { await save(); },
    putUp: async (households) => {
      const now = dirty ? await save() : saved;
      if (!now) return undefined;
      try {
        const warning = await call("alerts/warnings", "put-up", { params: { id: now.id }, body: households === undefined ? {} : { households } });
        localStorage.removeItem(key);
        return warning;
      } catch (thrown) {
        setProblem(problemOf(thrown));
        return undefined;
      }
    },
    forget: () => { localStorage.removeItem(key); keepState({ facts: NOTHING, saved: null, step: 0 }); setProblem(undefined); },
  };
};
