import { CODE_LENGTH, LETTERS, type PLATE_STATES } from "../../../shared/affairs/door-codes/door.ts";

/** The letters of a keyed hash. Bytes that would favour some letters are passed over. */
export const lettersOf = (hash: Uint8Array): string => {
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length;
  const letters = [...hash].filter((byte) => byte < fair).map((byte) => LETTERS[byte % LETTERS.length]!);
  return letters.slice(0, CODE_LENGTH).join("");
};
/** A code as people type it from a plate: capitals, spaces and dashes do not matter. */
export const tidyCode = (typed: string): string => typed.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
/** Whether a text can be a code at all: what cannot be one is not looked for. */
export const maybeCode = (code: string): boolean => code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter));

/** Whether a code still opens its door: the plate's newest, and not reported lost. */
export const holdsNow = (plate: { readonly serial: number; readonly state: (typeof PLATE_STATES)[number] } | null, serial: number): boolean =>
  plate !== null && plate.serial === serial && plate.state !== "reported-lost";

export const GUESSES = { most: 20, minutes: 10 } as const;
/** The window of time in which wrong codes are counted, and how long until the next. */
export const guessWindow = (now: Date): { readonly window: number; readonly retryAfter: number; readonly ends: Date } => {
  const span = GUESSES.minutes * 60_000;
  const window = Math.floor(now.getTime() / span);
  return { window, retryAfter: Math.ceil(((window + 1) * span - now.getTime()) / 1000), ends: new Date((window + 2) * span) };
};

const DOUBLE = 120_000;
/** Whether this was just reported of this house: kept once, so that a stuck finger does not fill the board. */
export const isDouble = (last: readonly { readonly house: string; readonly fact: string; readonly warning: string; readonly at: string }[], next: { readonly house: string; readonly fact: string; readonly warning: string }, now: Date): boolean =>
  last.some((each) => each.house === next.house && each.fact === next.fact && each.warning === next.warning && now.getTime() - Date.parse(each.at) < DOUBLE);
