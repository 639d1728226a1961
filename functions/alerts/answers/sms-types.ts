import type { Language } from "../../../shared/contract/language.ts";
import type { Table } from "../../core/implement.ts";
import type { Alert } from "../warnings/reads.ts";
import type { House } from "./here.ts";

/** A text message of a number we know. */
export interface Sms { readonly hash: string; readonly phone: string; readonly text: string; readonly language: Language }

/** A house a number may speak for, in the gravest warning that means it. */
export interface Choice {
  readonly village: string; readonly table: Table; readonly alert: Alert; readonly house: House;
  /** Who of the house stands behind the number, and whether one of them sleeps there. */
  readonly people: readonly string[]; readonly fromHouse: boolean;
  readonly running: boolean;
}
