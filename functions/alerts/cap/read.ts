import type { CapMessage, CapReference } from "../../../shared/alerts/cap/cap.ts";
import { MESSAGE_TYPES, SCOPES, STATUSES } from "../../../shared/alerts/cap/cap.ts";
import type { CapProblem, CapRefusalCode } from "../../../shared/alerts/cap/problem-codes.ts";
import { Element, Notes } from "./elements.ts";
import type { Circumstances } from "./problems.ts";
import { problemsOf } from "./problems.ts";
import { readInfo } from "./read-info.ts";
import { readTime } from "./time.ts";
import { CapRefused, decode, parseXml } from "./xml.ts";

/** The largest message taken, in bytes: the whole of a real national message with its polygons is under 100 KB. */
export const LARGEST = 256 * 1024;
const NAMESPACE = /^urn:oasis:names:tc:emergency:cap:1\.([12])$/;

export type CapReading =
  | { readonly ok: true; readonly message: CapMessage; readonly problems: CapProblem[] }
  | { readonly ok: false; readonly code: CapRefusalCode; readonly line: number; readonly column: number; readonly detail: string };

/**
 * Reads a CAP 1.2 (or 1.1) message leniently: what the standard requires must be there, anything else is a named problem beside the draft.
 * Nothing is fetched and no entity is resolved. Lines and columns count from 1.
 * @param xml text, or bytes in the encoding their XML declaration names
 * @param circumstances the time now (for `expired`) and the area codes known here (for `unknown-area`); without them these two are not judged
 */
export const readCap = (xml: string | Uint8Array, circumstances: Circumstances = {}): CapReading => {
  try {
    if (xml.length > LARGEST) throw tooLarge(xml.length);
    const text = typeof xml === "string" ? xml : decode(xml);
    const bytes = typeof xml === "string" ? new TextEncoder().encode(xml).length : xml.length;
    if (bytes > LARGEST) throw tooLarge(bytes);
    const notes = new Notes();
    const message = readMessage(text, notes);
    for (const { code, detail } of problemsOf(message, circumstances)) {
      // Triplets that could not be read are told as such, not also as absent.
      if (code === "update-without-references" && notes.list.some((note) => note.code === "bad-references")) continue;
      notes.add(code, detail);
    }
    return { ok: true, message, problems: notes.list };
  } catch (refused) {
    if (!(refused instanceof CapRefused)) throw refused;
    return { ok: false, code: refused.code, line: refused.line, column: refused.column, detail: refused.message };
  }
};

const tooLarge = (size: number) => new CapRefused("too-large", { line: 1, column: 1 }, String(size));

const readMessage = (text: string, notes: Notes): CapMessage => {
  const root = parseXml(text);
  const version = NAMESPACE.exec(root.uri)?.[1];
  if (!version || root.name !== "alert") throw new CapRefused("not-cap", root, `${root.name} ${root.uri}`.trim().slice(0, 200));
  if (version === "1") notes.add("cap-1.1");
  const alert = new Element(root, notes);
  return {
    identifier: alert.must("identifier"),
    sender: alert.must("sender"),
    sent: alert.mustTime("sent"),
    status: alert.mustWord("status", STATUSES),
    msgType: alert.mustWord("msgType", MESSAGE_TYPES),
    scope: alert.mustWord("scope", SCOPES),
    ...alert.maybe("source", "restriction", "note"),
    addresses: tokens(alert.get("addresses")),
    code: alert.texts("code"),
    references: references(alert),
    incidents: tokens(alert.get("incidents")),
    info: alert.all("info").map(readInfo),
  };
};

/** A list parted by spaces; an entry with a space in it stands in quotes (CAP 1.2, 3.2.1). */
const tokens = (raw = ""): string[] =>
  [...raw.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => (quoted ?? bare ?? "").replaceAll("\"", "").trim()).filter(Boolean);

const references = (alert: Element): CapReference[] => (alert.get("references") ?? "").split(/\s+/).filter(Boolean).flatMap((triplet) => {
  const [sender, identifier, sent = "", more] = triplet.split(",");
  const time = readTime(sent);
  if (!sender || !identifier || !time || more !== undefined) {
    alert.notes.add("bad-references", triplet.slice(0, 100));
    return [];
  }
  return [{ sender, identifier, sent: time.time }];
});
