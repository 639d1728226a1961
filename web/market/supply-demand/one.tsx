import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { ReportLink } from "../../core/parts/report-link.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { Steps } from "../../core/parts/steps.tsx";
import { day, when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { Asks, Reach } from "./contact.tsx";
import { FEATURE, ICONS, priceOf, writerOf } from "./deal.ts";
import type { Contact, Deal } from "./deal.ts";

const STEPS: Readonly<Record<Deal["state"], readonly string[]>> = { open: ["agree", "done", "withdraw"], agreed: ["done", "renew", "withdraw"], expired: ["renew", "withdraw"], done: [], withdrawn: [] };

const Post = ({ deal, contact, reload }: { deal: Deal; contact: Contact; reload: () => void }) => {
  const [problem, say] = useState<ProblemBody | undefined>();
  return (
    <>
      <article class="card">
        <p><Badge>{t(`kind.${deal.kind}`)}</Badge> {deal.state === "open" ? null : <Badge tone="careful">{t(`state.${deal.state}`)}</Badge>}</p>
        {deal.words ? <p class="said">{deal.words}</p> : null}
        <p><b>{priceOf(deal)}</b></p>
        <MediaStrip media={deal.media} audience="public" />
        <p><small>{[writerOf(deal), when(deal.at), ...(deal.state === "open" ? [t("until", { at: day(deal.until) })] : [])].join(" · ")}</small></p>
        <div class="row"><ReadAloud text={`${deal.words} ${priceOf(deal)}`} /><Button icon="print" onPress={printPage}>{t("print")}</Button><ReportLink path={at(FEATURE, deal.id)} label={t("report")} /></div>
      </article>
      {problem ? <ProblemLine problem={problem} /> : null}
      {contact.mine ? <><Asks deal={deal.id} known={contact.phone !== null} /><Steps feature={FEATURE} id={deal.id} steps={STEPS[deal.state]} version={deal.version} onDone={reload} onProblem={(thrown) => say(problemOf(thrown))} /></> : <Reach deal={deal} contact={contact} reload={reload} />}
    </>
  );
};
const NOBODY: Contact = { mine: false, phone: null, asked: null, asks: 0 };

/** One post: what it is, how to come by it, and for its writer who asked. */
export const One = ({ id }: { id: string }) => {
  const both = useLoad(async () => {
    const [deal, contact] = await Promise.all([call(FEATURE, "one", { params: { id } }), call(FEATURE, "contact", { params: { id }, quiet: true }).catch(() => NOBODY)]);
    return { deal, contact };
  }, [id]);
  return (
    <>
      <h1>{both.data ? both.data.deal.words.split("\n")[0]!.slice(0, 40) || t(`kind.${both.data.deal.kind}`) : t("title")}</h1>
      <State of={both}>{({ deal, contact }) => <Post deal={deal} contact={contact} reload={both.reload} />}</State>
      <Talk thing={id} />
      <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
    </>
  );
};

/** What the reader pinned up. */
export const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    <List load={(cursor) => call(FEATURE, "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")}
      item={(deal) => <Line href={at(FEATURE, deal.id)} icon={ICONS[deal.kind]} note={[t(`state.${deal.state}`), priceOf(deal), when(deal.at)].join(" · ")}>{deal.words.split("\n")[0] || t("voice.only")}</Line>} />
    <LinkButton href={at(FEATURE)}>{t("all")}</LinkButton>
  </>
);
