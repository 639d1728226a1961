import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import type { Stored } from "../../core/implement.ts";
import type { Notice } from "./rows.ts";
import { readAloudOf, smsLineOf, smsWithCost } from "./rules.ts";

/** What everybody it is for may read; a withdrawn notice keeps its title and the reason. */
export const publicView = (notice: Notice) => {
  const gone = notice.state === "withdrawn";
  return {
    id: notice.id, state: notice.state, kind: notice.kind, title: notice.title, text: gone ? "" : notice.text, readAloud: gone ? "" : notice.readAloud ?? readAloudOf(notice.title, notice.text),
    media: gone ? [] : notice.media, publishedAt: notice.publishedAt, until: notice.until, alone: notice.alone, byLot: notice.byLot, reason: notice.reason,
  };
};

/** What the offices see: also the SMS line with its cost, the audience, and what happened when. */
export const officeView = (notice: Stored<Notice>, person: string | null) => ({
  ...publicView(notice), text: notice.text, media: notice.media, version: notice.version, lotUntil: notice.lot?.until ?? null, audience: notice.audience, channels: notice.channels, mine: notice.writer === person,
  sms: smsWithCost(notice.smsText ?? smsLineOf(notice.title, notice.text), notice.partPrice), smsWritten: notice.smsText !== null, readAloudWritten: notice.readAloud !== null,
  readAloud: notice.readAloud ?? readAloudOf(notice.title, notice.text),
  history: notice.history.map(({ to, at, office }) => ({ to, at, ...(office ? { office } : {}) })),
});

/** The notice as one text for a chat group, with its end in the region's time. */
export const groupTextOf = (notice: Notice, village: string, words: WordsFile, language: Language, zone: string): string => {
  const end = notice.until && new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: zone, month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(notice.until));
  return [
    say(words, language, "group.head", { village, title: notice.title }), ...(notice.text ? ["", notice.text] : []), "",
    ...(notice.kind === "must-read" ? [say(words, language, "group.mustRead")] : []),
    ...(end ? [say(words, language, "group.until", { until: end })] : []),
  ].join("\n").trimEnd();
};
