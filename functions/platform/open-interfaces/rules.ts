/** Seconds until the next try, after each that failed: about three quarters of an hour in all. A queue holds nothing longer than 900. */
const WAITS = [10, 60, 300, 900, 900, 900] as const;
/** So many deliveries given up on in a row pause a webhook. */
const PAUSE_AFTER = 3;
const GONE = 410;

export type Next = { readonly then: "again"; readonly seconds: number } | { readonly then: "give-up"; readonly pause: boolean };
/**
 * What follows a delivery that failed.
 * @param tries made so far, this one with it
 * @param failures deliveries given up on in a row before this one
 */
export const afterFailure = ({ tries, status, failures }: { readonly tries: number; readonly status: number | null; readonly failures: number }): Next => {
  if (status === GONE) return { then: "give-up", pause: true };
  const seconds = WAITS[tries - 1];
  return seconds === undefined ? { then: "give-up", pause: failures + 1 >= PAUSE_AFTER } : { then: "again", seconds };
};

/** A spreadsheet runs what begins like a formula: such a cell gets an apostrophe. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
/** A table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const csv = (head: readonly string[], rows: readonly (readonly string[])[]): string => `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

// Characters XML 1.0 cannot carry are left out.
const xml = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
export interface Entry { readonly id: string; readonly title: string; readonly text: string; readonly at: string; readonly link: string }
/** Notices as an Atom feed (RFC 4287). */
export const atom = (feed: { readonly id: string; readonly title: string; readonly self: string; readonly updated: string; readonly entries: readonly Entry[] }): string => [
  `<?xml version="1.0" encoding="UTF-8"?>`, `<feed xmlns="http://www.w3.org/2005/Atom">`,
  `<id>${xml(feed.id)}</id><title>${xml(feed.title)}</title><updated>${feed.updated}</updated><author><name>${xml(feed.title)}</name></author><link rel="self" href="${xml(feed.self)}"/>`,
  ...feed.entries.map((each) => `<entry><id>${xml(each.id)}</id><title>${xml(each.title)}</title><updated>${each.at}</updated><published>${each.at}</published><content type="text">${xml(each.text)}</content><link rel="alternate" href="${xml(each.link)}"/></entry>`),
  `</feed>`, "",
].join("\n");
