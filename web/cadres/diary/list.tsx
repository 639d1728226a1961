import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { useState } from "preact/hooks";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { isWriter, lineOf, writerOf } from "./entry.ts";
import type { Entry } from "./entry.ts";

const DIARY = "cadres/diary";
const marks = (entry: Entry): string[] => [...(entry.late ? [t("late")] : []), ...(entry.state === "corrected" ? [t("corrected")] : []), ...(entry.state === "draft" ? [t("draft")] : [])];
const EntryLine = ({ entry }: { entry: Entry }) => (
  <Line href={at(DIARY, entry.id)} note={<>{t("by", { who: writerOf(entry), at: dateDay(entry.day) })} {marks(entry).map((each) => <Badge key={each}>{each}</Badge>)}</>}><FirstPhoto media={entry.media} audience="public" />{lineOf(entry)}</Line>
);

/** What was done, day by day, the newest first; earlier ones on a shelf of their own. */
export const Diary = ({ show }: { show: "now" | "archived" }) => {
  const [sent, again] = useState(0);
  const now = show === "now";
  return (
    <>
      <h1>{t(now ? "title" : "archived")}</h1>
      {now ? <p class="hush">{t("intro")}</p> : null}
      {isWriter() ? <KeptList feature={DIARY} onSent={() => again((before) => before + 1)} /> : null}
      <List when={[show, sent]} load={(cursor) => call(DIARY, "list", { query: { show, ...(cursor ? { cursor } : {}) } })} empty={t(now ? "empty" : "archived.empty")} item={(each) => <EntryLine key={each.id} entry={each} />} />
      {now ? <Line href={at(DIARY, "archived")} icon="book">{t("archived")}</Line> : <LinkButton href={at(DIARY)}>{t("to-list")}</LinkButton>}
      {now && isWriter() ? <><Line href={at(DIARY, "mine")} icon="list-check">{t("mine")}</Line><LinkButton kind="primary" href={at(DIARY, "new")}>{t("new")}</LinkButton></> : null}
    </>
  );
};
/** One's own, drafts too. */
export const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    <List load={(cursor) => call(DIARY, "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")} item={(each) => <EntryLine key={each.id} entry={each} />} />
    <LinkButton href={at(DIARY)}>{t("to-list")}</LinkButton>
  </>
);
