import * as z from "zod";

/** The closed word lists of CAP 1.2 (OASIS, 1 July 2010, section 3.2). */
export const STATUSES = ["Actual", "Exercise", "System", "Test", "Draft"] as const;
export const MESSAGE_TYPES = ["Alert", "Update", "Cancel", "Ack", "Error"] as const;
export const SCOPES = ["Public", "Restricted", "Private"] as const;
export const CATEGORIES = ["Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"] as const;
export const RESPONSES = ["Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"] as const;
export const URGENCIES = ["Immediate", "Expected", "Future", "Past", "Unknown"] as const;
export const SEVERITIES = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"] as const;
export const CERTAINTIES = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"] as const;

/** What XML 1.0 cannot carry, not even escaped: control characters and halves of surrogate pairs. */
export const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const text = z.string().min(1).refine((value) => value.trim() === value && !NOT_XML.test(value), { error: "not-xml-text" });
const optional = text.exactOptional();
/** An instant as CAP writes it: whole seconds and an offset, UTC as `-00:00`, never `Z`. */
export const CapTime = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d[-+]\d\d:\d\d$/);
/** A name and its value: `eventCode`, `parameter`, `geocode`. Values may be empty, as real feeds have them. */
const Pair = z.strictObject({ valueName: text, value: z.union([text, z.literal("")]) });
const token = text.refine((value) => !value.includes("\""), { error: "quote" });
const bare = text.regex(/^[^\s,]+$/);

/** Names an earlier message: written `sender,identifier,sent`. */
export const CapReference = z.strictObject({ sender: bare, identifier: bare, sent: CapTime });
/** A corner as [latitude, longitude], WGS 84. */
export const CapPoint = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]);

export const CapArea = z.strictObject({
  areaDesc: text,
  /** Closed rings of at least four and at most 500 corners. */
  polygon: z.array(z.array(CapPoint).min(4).max(500)),
  /** `latitude,longitude kilometres`. */
  circle: z.array(z.string().regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)? \d+(\.\d+)?$/)),
  geocode: z.array(Pair),
  /** Feet above sea level, as CAP says. */
  altitude: z.number().min(-1e6).max(1e6).exactOptional(),
  ceiling: z.number().min(-1e6).max(1e6).exactOptional(),
});

export const CapResource = z.strictObject({
  resourceDesc: text, mimeType: text, size: z.number().int().min(0).exactOptional(), uri: optional, derefUri: optional, digest: optional,
});

/** One language's telling of the event; a message may hold several, in the issuer's order. */
export const CapInfo = z.strictObject({
  language: z.string().regex(/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/).exactOptional(),
  category: z.array(z.enum(CATEGORIES)).min(1),
  event: text,
  responseType: z.array(z.enum(RESPONSES)),
  urgency: z.enum(URGENCIES),
  severity: z.enum(SEVERITIES),
  certainty: z.enum(CERTAINTIES),
  audience: optional,
  eventCode: z.array(Pair),
  effective: CapTime.exactOptional(),
  onset: CapTime.exactOptional(),
  expires: CapTime.exactOptional(),
  senderName: optional, headline: optional, description: optional, instruction: optional, web: optional, contact: optional,
  parameter: z.array(Pair),
  resource: z.array(CapResource),
  area: z.array(CapArea),
});

/** A CAP 1.2 message as plain data. Texts are trimmed; an element that was empty is absent; lists keep their order. */
export const CapMessage = z.strictObject({
  identifier: text, sender: text, sent: CapTime,
  status: z.enum(STATUSES), msgType: z.enum(MESSAGE_TYPES), source: optional,
  scope: z.enum(SCOPES), restriction: optional, addresses: z.array(token), code: z.array(text), note: optional,
  references: z.array(CapReference), incidents: z.array(token), info: z.array(CapInfo),
});

export type CapMessage = z.infer<typeof CapMessage>;
export type CapInfo = z.infer<typeof CapInfo>;
export type CapArea = z.infer<typeof CapArea>;
export type CapResource = z.infer<typeof CapResource>;
export type CapReference = z.infer<typeof CapReference>;
export type CapPair = z.infer<typeof Pair>;
