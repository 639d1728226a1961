import type { CapArea, CapInfo, CapMessage, CapPair, CapReference, CapResource } from "../../../shared/alerts/cap/cap.ts";
import { NOT_XML } from "../../../shared/alerts/cap/cap.ts";

const illegal = new RegExp(NOT_XML.source, "gu");
/** A carriage return left bare would come back as a line feed. Characters XML cannot carry are left out rather than spoil the message. */
export const escapeText = (value: string): string => value.replace(illegal, "")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
const el = (name: string, value: string | undefined): string => (value === undefined ? "" : `<${name}>${escapeText(value)}</${name}>\n`);
const els = (name: string, values: readonly string[]): string => values.map((value) => el(name, value)).join("");
const block = (name: string, inside: string): string => `<${name}>\n${inside}</${name}>\n`;
const pairs = (name: string, list: readonly CapPair[]): string =>
  list.map(({ valueName, value }) => block(name, el("valueName", valueName) + el("value", value))).join("");
/** Numbers without an exponent, which neither `decimal` nor a polygon knows. */
const decimal = (value: number): string => (String(value).includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : String(value));
const tokens = (list: readonly string[]): string | undefined =>
  (list.length === 0 ? undefined : list.map((each) => (/\s/.test(each) ? `"${each}"` : each)).join(" "));
const triplets = (list: readonly CapReference[]): string | undefined =>
  (list.length === 0 ? undefined : list.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`).join(" "));

const resource = (one: CapResource): string => block("resource", el("resourceDesc", one.resourceDesc) + el("mimeType", one.mimeType)
  + el("size", one.size?.toFixed(0)) + el("uri", one.uri) + el("derefUri", one.derefUri) + el("digest", one.digest));

const area = (one: CapArea): string => block("area", el("areaDesc", one.areaDesc)
  + els("polygon", one.polygon.map((ring) => ring.map(([latitude, longitude]) => `${decimal(latitude)},${decimal(longitude)}`).join(" ")))
  + els("circle", one.circle) + pairs("geocode", one.geocode)
  + el("altitude", one.altitude === undefined ? undefined : decimal(one.altitude))
  + el("ceiling", one.ceiling === undefined ? undefined : decimal(one.ceiling)));

const info = (one: CapInfo): string => block("info", el("language", one.language) + els("category", one.category) + el("event", one.event)
  + els("responseType", one.responseType) + el("urgency", one.urgency) + el("severity", one.severity) + el("certainty", one.certainty)
  + el("audience", one.audience) + pairs("eventCode", one.eventCode)
  + el("effective", one.effective) + el("onset", one.onset) + el("expires", one.expires)
  + el("senderName", one.senderName) + el("headline", one.headline) + el("description", one.description) + el("instruction", one.instruction)
  + el("web", one.web) + el("contact", one.contact) + pairs("parameter", one.parameter)
  + one.resource.map(resource).join("") + one.area.map(area).join(""));

/**
 * A message as CAP 1.2 XML, its elements in the order the schema demands (CAP-v1.2.xsd). Reading it back gives the same message.
 * @example writeCap(outgoing(warning))
 */
export const writeCap = (message: CapMessage): string => `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
${el("identifier", message.identifier)}${el("sender", message.sender)}${el("sent", message.sent)}${el("status", message.status)}${el("msgType", message.msgType)}${el("source", message.source)}${el("scope", message.scope)}${el("restriction", message.restriction)}${el("addresses", tokens(message.addresses))}${els("code", message.code)}${el("note", message.note)}${el("references", triplets(message.references))}${el("incidents", tokens(message.incidents))}${message.info.map(info).join("")}</alert>
`;
