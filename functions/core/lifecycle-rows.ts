import { Change, type ChangeParts } from "./change.ts";
import { behalfOf, type Caller } from "./caller.ts";
import type { Case, FeatureCode, Step } from "./implement.ts";
import type { Due, Kind, Stored, Write } from "./rows.ts";
import { put } from "./rows.ts";
import { withWaits } from "./wait.ts";

/** When a matter in this state comes due, and the move made then; null when it waits for nothing. */
export const dueOf = (feature: FeatureCode, row: Case, settings: unknown): Due | null => {
  const wait = feature.contract.lifecycle?.waits?.[row.state];
  const at = wait && feature.lifecycle?.clocks[wait.until]?.(row as never, settings as never);
  return wait && at ? { at: at.toISOString(), clock: wait.then } : null;
};

/** The writes of a change with what waits for offices beside them. */
export const withDesk = (feature: FeatureCode, writes: readonly Write[], settings: unknown): readonly Write[] => withWaits(feature, writes, (row) => dueOf(feature, row, settings));

/** A new matter in its first state, with its first step of history and its due time. */
export const beginCase = (feature: FeatureCode, caller: Caller, settings: unknown, now: Date) =>
  <T>(kind: Kind<T>, value: Omit<T, "state" | "history">): Write => {
    const state = feature.contract.lifecycle!.start;
    const step: Step = { to: state, at: now.toISOString(), by: caller.key, office: caller.office ?? undefined, behalf: behalfOf(caller), channel: caller.channel };
    const row = { ...value, state, history: [step] } as unknown as T & Case;
    return put(kind, row as T, "new", dueOf(feature, row, settings));
  };

const MAX_HISTORY = 60;

/** What a move's handler calls: the row in its next state, history kept, due time worked out, the view as the answer. */
export const moveCase = (feature: FeatureCode, before: Stored<Case>, targets: readonly string[], step: Step, settings: unknown, view: (row: Stored<Case>) => unknown) =>
  (parts: { row?: Partial<Case>; to?: string; writes?: readonly Write[]; emits?: ChangeParts["emits"]; sends?: ChangeParts["sends"]; tasks?: ChangeParts["tasks"]; tells?: ChangeParts["tells"] }): Change => {
    const to = parts.to ?? targets[0]!;
    if (!targets.includes(to)) throw new Error(`${feature.name}: no move leads to ${to}`);
    const { version, ...rest } = before;
    const row: Case = { ...rest, ...parts.row, state: to, history: [...before.history, { ...step, to }].slice(-MAX_HISTORY) };
    return new Change({
      writes: [put(feature.lifecycle!.kind, row, { version }, dueOf(feature, row, settings)), ...(parts.writes ?? [])],
      answer: view({ ...row, version: version + 1 }),
      ...(parts.emits ? { emits: parts.emits } : { quiet: "a clock moved it" }),
      ...(parts.sends ? { sends: parts.sends } : {}), ...(parts.tasks ? { tasks: parts.tasks } : {}), ...(parts.tells ? { tells: parts.tells } : {}),
    });
  };
