import type { Language } from "../../shared/contract/language.ts";

/** Who asks, as handlers see it. */
export interface Caller {
  /** The person's id; null for a visitor. Where somebody acts for another, the one they act for. */
  readonly person: string | null;
  /** Who really acts, where it is done for `person`; null where people act for themselves. */
  readonly actor: string | null;
  /** How the one who acts is called, as the consent says it: "女儿 李娟". */
  readonly actorName: string | null;
  /** Who really acts, else the device: who limits and kept answers count by. */
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
  readonly channel: "web" | "sms" | "link" | "card" | "clock" | "system" | "api";
  /** With a household card: the helper whose phone it is, else that phone's number. */
  readonly via: string | null;
  /** With a household card: the showing of it, so that it can be ended. */
  readonly shown: string | null;
  /** Of another system that came with a key: the features it may ask. A key is nobody and holds no office. */
  readonly scopes?: readonly string[];
  /** A short hash of the address a request came from. */
  readonly source: string;
  /** The refresh cookie, given to sign-in alone. */
  readonly refresh: string | null;
}

/** Whether the caller holds one of these. @example holds(caller, "office:secretary", "county:duty-officer") */
export const holds = (caller: Caller, ...offices: string[]): boolean => offices.some((office) => caller.holds.includes(office));

/** Nobody: a clock or a listener acts. */
export const nobody = (channel: "clock" | "system" | "sms", language: Language): Caller => ({
  person: null, actor: null, actorName: null, via: null, shown: null, key: channel, device: "", language, member: null, holds: [], office: null, homeVillage: null, channel, source: "", refresh: null,
});

/** For whom it is done, as events and histories keep it: absent where people act for themselves. */
export const behalfOf = (caller: Pick<Caller, "actor" | "person">): string | undefined => (caller.actor === null ? undefined : caller.person ?? undefined);
