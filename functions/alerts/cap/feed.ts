import { escapeText } from "./write.ts";

export interface FeedEntry { readonly id: string; readonly title: string; readonly updated: string; readonly summary: string; readonly link: string }

/** An Atom feed (RFC 4287) of issued warnings, each linking to its CAP message. */
export const atomFeed = (feed: { id: string; title: string; updated: string; entries: readonly FeedEntry[] }): string => [
  `<?xml version="1.0" encoding="UTF-8"?>`, `<feed xmlns="http://www.w3.org/2005/Atom">`,
  `<id>${escapeText(feed.id)}</id>`, `<title>${escapeText(feed.title)}</title>`, `<updated>${feed.updated}</updated>`, `<author><name>${escapeText(feed.title)}</name></author>`,
  ...feed.entries.map((entry) => [
    `<entry>`, `<id>${escapeText(entry.id)}</id>`, `<title>${escapeText(entry.title)}</title>`, `<updated>${entry.updated}</updated>`, `<summary>${escapeText(entry.summary)}</summary>`,
    `<link rel="alternate" type="application/cap+xml" href="${escapeText(entry.link)}"/>`, `</entry>`].join("")),
  `</feed>`, ""].join("\n");
