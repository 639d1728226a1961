import type { CapMessage } from "../../../shared/alerts/cap/cap.ts";
import type { Warning } from "../warnings/reads.ts";
import { outgoing } from "./rules.ts";

type Issued = Omit<Warning, "version">;
const MSG_TYPE: Readonly<Record<string, CapMessage["msgType"]>> = { cancelled: "Cancel", cleared: "Update" };

/**
 * An issued warning of ours as CAP: an update names the one it replaces; a cancelled or cleared one is a message of its own that names the first.
 * @param names the villages' names by code
 */
export const ownMessage = (warning: Issued, earlier: Issued | null, identity: { sender: string; senderName: string; contact: string; web: string }, names: ReadonlyMap<string, string>): CapMessage => {
  const over = warning.state === "cancelled" || warning.state === "cleared";
  const last = warning.history.at(-1);
  const first = { sender: identity.sender, identifier: warning.id, sent: warning.issuedAt! };
  const clear = warning.state === "cleared";
  return outgoing({
    identifier: over ? `${warning.id}.${warning.state}` : warning.id, sender: identity.sender, senderName: identity.senderName, sent: over && last ? last.at : warning.issuedAt!,
    status: warning.status, msgType: MSG_TYPE[warning.state] ?? (warning.replaces ? "Update" : "Alert"),
    references: over ? [first] : earlier?.issuedAt ? [{ sender: identity.sender, identifier: earlier.id, sent: earlier.issuedAt }] : [],
    hazard: warning.hazard, colour: warning.colour, ask: warning.ask, kind: clear ? "all-clear" : warning.kind,
    ...(warning.source ? { source: `${warning.source.issuer} ${warning.source.issuedAt}` } : {}), ...(warning.note ? { note: warning.note } : {}),
    languages: (["zh", "en"] as const).map((language) => ({ language, headline: warning.texts[language].headline, description: plain(warning.texts[language].group), instruction: plain(warning.texts[language].what) })),
    effective: warning.issuedAt!, ...(warning.onset ? { onset: warning.onset } : {}), ...(warning.expires ? { expires: warning.expires } : {}),
    areas: [...new Set(warning.parts.map((part) => part.village))].map((code) => ({ code, name: names.get(code) ?? code })), contact: identity.contact, web: identity.web,
  });
};

/** A county's message names no single village in its text. */
const plain = (text: string): string => text.replaceAll("{village}", "").replace(/ {2,}/g, " ").trim();
