import type { Language } from "../../shared/contract/language.ts";

/** Who asks, as handlers see it. */
export interface Caller {
  /** The person's id; null for a visitor. */
  readonly person: string | null;
  /** Person, else device: who limits and kept answers count by. */
  readonly key: string;
  readonly device: string;
  readonly language: Language;
  /** The caller's membership in the village in the path, if verified. */
  readonly member: { readonly name: string; readonly household: string | null; readonly group: string } | null;
  /** Offices held today that matter here: "office:secretary", "county:duty-officer", "operator". */
  readonly holds: readonly string[];
  /** The office under which this route was allowed; null when none was needed. */
  readonly office: string | null;
  readonly homeVillage: string | null;
  readonly channel: "web" | "sms" | "link" | "clock" | "system";
  /** A short hash of the address a request came from. */
  readonly source: string;
  /** The refresh cookie, given to sign-in alone. */
  readonly refresh: string | null;
}

/** Whether the caller holds one of these. @example holds(caller, "office:secretary", "county:duty-officer") */
export const holds = (caller: Caller, ...offices: string[]): boolean => offices.some((office) => caller.holds.includes(office));

/** Nobody: a clock or a listener acts. */
export const nobody = (channel: "clock" | "system" | "sms", language: Language): Caller => ({
  person: null, key: channel, device: "", language, member: null, holds: [], office: null, homeVillage: null, channel, source: "", refresh: null,
});
