import type { Stored, Table, Village, Write } from "../../core/implement.ts";
import { put } from "../../core/implement.ts";
import { Alert, type Warning } from "./rows.ts";
import { named } from "./rules.ts";

/** A village's own copy of an issued warning. */
export const copyFor = (warning: Warning, village: Village): Alert => {
  const part = warning.parts.find((each) => each.village === village.id);
  const nameIn = (language: "zh" | "en"): string => village.names[language] ?? village.names["zh"] ?? village.id;
  return {
    id: warning.id, state: "issued", status: warning.status, kind: warning.kind, hazard: warning.hazard, colour: warning.colour, ask: warning.ask,
    groups: part?.groups ?? null, mark: part?.mark ?? null, texts: { zh: named(warning.texts.zh, nameIn("zh")), en: named(warning.texts.en, nameIn("en")) },
    place: warning.place, source: warning.source, issuedAt: warning.issuedAt!, expires: warning.expires, overAt: null, how: null, reason: null, clearWords: null, single: warning.single,
    replaces: warning.replaces, drafter: warning.drafter,
  };
};

const STATE_OF = { complete: "ended", incomplete: "ended", "all-clear": "cleared", cancelled: "cancelled", replaced: "replaced", "by-time": "lapsed" } as const;
export type How = keyof typeof STATE_OF;

/** The copy when the warning is over; null if it was over already. An all-clear comes after the end too. */
export const copyOver = (alert: Stored<Alert>, how: How, at: string, warning: Warning | null): Write | null => {
  if (alert.state !== "issued" && !(alert.state === "ended" && how === "all-clear")) return null;
  const { version, ...rest } = alert;
  return put(Alert, { ...rest, state: STATE_OF[how], how, overAt: at, reason: warning?.reason ?? null, clearWords: warning?.clearWords ?? null }, { version });
};

/** A drill stops the moment a real warning begins; the copy a new warning replaces ends. */
export const endedBy = async (table: Table, warning: Warning, at: string): Promise<Write[]> => {
  const { items } = await table.list(Alert, { limit: 20 });
  return items.flatMap((alert) => {
    const stops = alert.id === warning.replaces || (alert.status === "Exercise" && warning.status !== "Exercise" && alert.id !== warning.id);
    return stops ? copyOver(alert, "replaced", at, null) ?? [] : [];
  });
};
