import { useState } from "preact/hooks";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { AnswerForm } from "./answer-form.tsx";
import { isKeeper, isVillager, waited, whoGreets } from "./greeting.ts";
import type { Greeting, OwnGreeting } from "./greeting.ts";
import { RemoveForm } from "./remove-form.tsx";

ownStyle(".greeting blockquote{margin:0;font-size:1.08em;white-space:pre-line}.greeting .says{margin-top:8px;padding:8px 12px;border-left:4px solid var(--green);border-radius:4px 10px 10px 4px;background:var(--mist);white-space:pre-line}.greeting .says small{display:block;color:inherit}");
const SHOWN = 3;

/** How many answers, and how soon the first came: what a stranger wants to know of a village. */
const Counted = ({ greeting }: { greeting: Greeting }) => {
  const { answerCount: n, firstAnswerMinutes: first } = greeting;
  if (n === 0 || first === null) return <small>{t("answers.none")}</small>;
  return <small>{t("answers.sum", { count: t("answers", { n }), after: first < 1 ? t("answered.atOnce") : first < 60 ? t("answered.after", { n: first }) : waited(first) })}</small>;
};

/** Says that these words break a rule of the village. */

/** A guest's greeting with its answers; a villager answers in place, the office may take it down. */
export const GreetingCard = ({ greeting: given, all }: { greeting: Greeting | OwnGreeting; all?: boolean }) => {
  const [changed, set] = useState<OwnGreeting | undefined>();
  const [open, show] = useState<"" | "answer" | "remove">("");
  const greeting = changed && changed.version >= given.version ? changed : given;
  const done = (next: OwnGreeting | undefined): void => { if (next) set(next); show(""); };
  const answers = all ? greeting.answers : greeting.answers.slice(-SHOWN);
  if (greeting.state === "removed") return <div class="card careful" role="status">{t("removed.because", { reason: (greeting as Partial<OwnGreeting>).reason ?? "" })}</div>;
  return (
    <article class="card greeting">
      <p><b>{whoGreets(greeting)}</b> <small>{when(greeting.at)}</small> {greeting.state === "held" ? <Badge tone="careful">{t("state.held")}</Badge> : null}</p>
      <blockquote>{greeting.words}</blockquote>
      {answers.map(({ id, name, office, words, voice, minutes }) => <div class="says" key={id}><small>{[name, ...(office ? [t("officer")] : []), waited(minutes)].join(" · ")}</small>{words}{voice ? <MediaStrip media={[{ id: voice, kind: "voice" }]} audience="public" /> : null}{all ? <ReportLink path={at("circle/guestbook", greeting.id, id)} label={t("report")} /> : null}</div>)}
      {greeting.state === "held" ? null : <p><Counted greeting={greeting} /></p>}
      {greeting.answerCount > answers.length && !all ? <a class="call" href={at("circle/guestbook", greeting.id)}>{t("answers.all", { n: greeting.answerCount })}</a> : null}
      {open === "answer" ? <AnswerForm greeting={greeting} onDone={done} /> : open === "remove" ? <RemoveForm id={greeting.id} onDone={done} /> : (
        <div class="row">
          {isVillager() && greeting.state !== "held" ? <Button icon="talk" onPress={() => show("answer")}>{t("answer.short")}</Button> : null}
          {isKeeper() && all ? <Button onPress={() => show("remove")}>{t("remove.short")}</Button> : null}
          {greeting.state === "held" ? null : <ReportLink path={at("circle/guestbook", greeting.id)} label={t("report")} />}
        </div>
      )}
    </article>
  );
};
