import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export type Preview = Answer<"platform/villages", "previewRoll">;
export type Imported = Answer<"platform/villages", "importRoll">;
export type Habit = Answer<"platform/villages", "settings">["items"][number];

const are = (...wanted: readonly string[]): boolean => whosIn(here().village).some((who) => wanted.includes(who));
/** What is drawn for whom; the server judges. */
export const isOperator = (): boolean => whosIn(undefined).includes("operator");
export const isSecretary = (): boolean => are("office:secretary");
export const maySettle = (): boolean => isOperator() || are("office:secretary", "township:director", "county:director");
export const mayImport = (): boolean => isOperator() || isSecretary();
