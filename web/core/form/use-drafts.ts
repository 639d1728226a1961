import { useEffect, useRef, useState } from "preact/hooks";
import { newKey } from "../client/ask.ts";
import type { Taken } from "../offline/store.ts";
import { session } from "../session.ts";
import { clearNow, draftsOf, dropDraft, dropSent, keepDraft, markSent, nowId, nowKey, setNow } from "./drafts.ts";
import type { Draft } from "./drafts.ts";

type Values = Record<string, unknown>;
export interface Drafts<V extends Values> {
  readonly values: V;
  readonly taken: readonly Taken[];
  /** Others of the same form. */
  readonly others: readonly Draft[];
  /** What is shown was begun on an earlier visit. */
  readonly resumed: boolean;
  /** The draft was written when the form had other rules. */
  readonly outdated: boolean;
  /** The draft changes an older version of the thing. */
  readonly base: number | undefined;
  /** `base`: from now on it changes that version of the thing. */
  set(values: V, base?: number): void;
  /** Shows without keeping. */
  show(values: V, base: number): void;
  take(taken: readonly Taken[]): void;
  open(draft: Draft): void;
  drop(draft: Draft): void;
  /** Leaves this one in the list and begins another. */
  fresh(): void;
  /** Forgets this one: it was sent, or is not wanted. */
  done(): void;
}

const readNow = (form: string): Values => {
  try {
    return JSON.parse(localStorage.getItem(nowKey(form)) ?? "{}") as Values;
  } catch {
    return {};
  }
};

/** Numbers to sign in with, codes and figures of a card are typed anew. */
const SECRET = /^platform\/sign-in:|:code:/;

/** The drafts of a form: the one that is shown, kept with each letter typed, and the others; all gone from the phone only when sent or dropped. */
export const useDrafts = <V extends Values>(form: string, start: V, rules: string, version: number | undefined): Drafts<V> => {
  const keeps = !SECRET.test(form);
  const person = session()?.person ?? "";
  const [state, show] = useState(() => ({ values: { ...start, ...readNow(form) } as V, taken: [] as readonly Taken[], resumed: nowId(form) !== null, outdated: false, base: undefined as number | undefined }));
  const [others, list] = useState<readonly Draft[]>([]);
  const id = useRef("");
  if (!id.current) id.current = nowId(form) ?? newKey();
  const now = useRef(state);
  now.current = state;
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** One write after another: a draft that was sent never comes back by a late one. */
  const queue = (act: () => Promise<unknown>): void => { turn.current = turn.current.then(act).catch(() => undefined); };
  const look = (then?: (all: readonly Draft[]) => void): void => queue(() => draftsOf(form, person).then((all) => { list(all.filter((each) => each.id !== id.current)); then?.(all); }));
  const change = (next: Partial<typeof state>): void => { now.current = { ...now.current, ...next }; show(now.current); };
  const keep = (as = rules): void => {
    const { values, taken, base } = now.current;
    const one = id.current;
    if (!keeps) return;
    if (taken.length === 0 && JSON.stringify(values) === JSON.stringify(start)) { clearNow(form); queue(() => dropDraft(one)); return; }
    setNow(form, one, values);
    const at = base ?? version;
    queue(() => keepDraft({ id: one, form, person, at: Date.now(), values, media: taken, rules: as, ...(at === undefined ? {} : { version: at }) }));
  };
  const restore = (draft: Draft): void => {
    id.current = draft.id;
    setNow(form, draft.id, draft.values);
    change({ values: { ...start, ...draft.values } as V, taken: draft.media, resumed: true, outdated: draft.rules !== rules, base: draft.version });
  };
  const begin = (): void => {
    id.current = newKey();
    clearNow(form);
    change({ values: start, taken: [], resumed: false, outdated: false, base: undefined });
  };
  useEffect(() => {
    queue(() => dropSent(form));
    look((all) => {
      const mine = all.find((each) => each.id === id.current);
      // What was typed while the phone looked is newer than what it found.
      if (mine) change({ taken: now.current.taken.length > 0 ? now.current.taken : mine.media, outdated: mine.rules !== rules, base: mine.version });
      // A page that was closed with the last letter kept it at once, the draft of it not always: who begins another now would lose it.
      if (nowId(form) === id.current && JSON.stringify({ ...start, ...mine?.values }) !== JSON.stringify(now.current.values)) keep(mine?.rules);
    });
  }, [form]);
  return {
    ...state, others,
    set: (values, base) => { change({ values, ...(base === undefined ? {} : { base }) }); keep(); },
    show: (values, base) => change({ values, base }),
    take: (taken) => { change({ taken }); keep(); },
    open: (draft) => { restore(draft); look(); },
    drop: (draft) => { queue(() => dropDraft(draft.id)); look(); },
    fresh: () => { begin(); look(); },
    done: () => { const one = id.current; markSent(form, one); queue(() => dropSent(form, one)); begin(); look(); },
  };
};
