import { MediaStrip } from "../../core/media/media-strip.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { Badge } from "../../core/parts/card.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import type { Followed, Letter } from "./letter.ts";

ownStyle(".letter blockquote{margin:0;white-space:pre-line}.letter .says{margin-top:8px;padding:8px 12px;border-left:4px solid var(--green);background:var(--mist);white-space:pre-line}.letter .says small{display:block;color:inherit}.ticket{font-size:1.5em;overflow-wrap:anywhere}");

/** A letter with its answers and its clock. */
export const Sheet = ({ letter }: { letter: Letter | Followed }) => (
  <article class="card letter">
    <p><Badge tone={letter.state === "closed" || letter.state === "replied" ? "good" : "careful"}>{t(`state.${letter.state}`)}</Badge> {letter.urgent ? <Badge tone="bad">{t("urgent.badge")}</Badge> : null} <small>{t(`category.${letter.category}`)} · {letter.number} · {when(letter.sentAt)}</small></p>
    {letter.words ? <blockquote>{letter.words}</blockquote> : null}
    <MediaStrip media={letter.media} audience="mine" />
    {letter.more.map((each) => <blockquote key={each.at}>{each.words} <small>{when(each.at)}</small></blockquote>)}
    {letter.replies.map((reply) => <div class="says" key={reply.id}><small>{[reply.name || t("state.escalated"), when(reply.at)].join(" · ")}</small>{reply.words}<MediaStrip media={reply.media} audience="mine" /></div>)}
    {letter.late ? <p class="overdue">{t("late")}</p> : null}
    {letter.above ? <p class="hush">{t("sent.above")}</p> : null}
    {letter.handler ? <p class="hush">{t("handler", { name: letter.handler })}</p> : null}
    {["replied", "closed"].includes(letter.state) ? null : <p class="meta">{t("by", { when: when(letter.answerBy) })}</p>}
    {letter.wall ? <p class="meta">{t(`wall.${letter.wall}`)}</p> : null}
    <p class="meta">{letter.clock.map(({ to, at }) => `${t(`state.${to}`)} ${when(at)}`).join("；")}</p>
  </article>
);
