import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { List } from "../../core/parts/list.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { LETTERS } from "./letter.ts";
import type { OnWall } from "./letter.ts";
import "./sheet.tsx";

const Answered = ({ letter }: { letter: OnWall }) => (
  <article class="card letter">
    <p><b>{letter.from}</b> <small>{t(`category.${letter.category}`)} · {day(letter.sentAt)} · {letter.days === 0 ? t("wall.same-day") : t("wall.days", { n: letter.days })}</small></p>
    <blockquote>{letter.spoken ? t("wall.spoken") : letter.words}</blockquote>
    {letter.replies.map((reply) => <div class="says" key={reply.id}><small>{reply.name}</small>{reply.words || t("wall.spoken")}</div>)}
    <ReportLink path={at(LETTERS, letter.id)} label={t("report")} />
  </article>
);

/** Answered letters whose writers let everybody read them. */
export const Wall = () => (
  <>
    <h1>{t("wall")}</h1>
    <p class="hush">{t("wall.note")}</p>
    <List load={(cursor) => call(LETTERS, "wall", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("wall.empty")} item={(letter) => <Answered key={letter.id} letter={letter} />} />
    <LinkButton href={at(LETTERS)}>{t("one.link")}</LinkButton>
  </>
);
