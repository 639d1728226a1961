import type { ProblemExtra, Refusal } from "../../shared/contract/problem.ts";
import type { Place } from "./keys.ts";
import type { Write } from "./rows.ts";
import type { Telling } from "./tell.ts";

/** A text message that leaves after the change has been committed. */
export interface Outgoing {
  readonly to: string;
  readonly templateKey: string;
  readonly params: Readonly<Record<string, string>>;
  readonly text: string;
  readonly expiresAt: string;
  readonly purpose: "code" | "warning" | "answer" | "notice";
}

/** Work for a queue of its own: a message to send. Handed over after the commit, and again whenever the listener is redelivered. */
export interface Task {
  readonly work: string;
  readonly lane: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly delaySeconds?: number;
}

export interface Emitted {
  readonly name: string; readonly data: unknown; readonly villages?: readonly string[];
  /** Who did it must not be known: the event says this instead, a name for that matter alone. Kept answers and limits count by the person all the same. */
  readonly as?: string;
}

export interface ChangeParts {
  readonly writes: readonly Write[];
  /** Exactly one event a change; a change without one says why in `quiet`. */
  readonly emits?: Emitted;
  readonly quiet?: string;
  readonly answer?: unknown;
  readonly sends?: readonly Outgoing[];
  readonly tasks?: readonly Task[];
  /** Whom it concerns, and the sentence they are told: rows of the same transaction. */
  readonly tells?: readonly Telling[];
  /** A listener that has more to do: the cursor its next page starts from. */
  readonly next?: string;
  /** A region listener (a message from a phone) may write into the one village it found. */
  readonly into?: string;
  /** A region route that opens a county or a village writes there; the kept answer stays with the region. */
  readonly opens?: Place;
  /** The change stands and this refusal is the answer: a wrong code is counted, a stolen session is ended. */
  readonly refuse?: Refusal;
}

/** What should happen, as data: the dispatcher commits it as one transaction of the kept answer, the writes and one event. */
export class Change {
  readonly parts: ChangeParts;
  constructor(parts: ChangeParts) { this.parts = parts; }
}

/** The feature's own refusal, by a declared code. */
export type Fail<Codes extends string> = (code: Codes, extra?: ProblemExtra) => Refusal;
