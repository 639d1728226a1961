import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Lots } from "./lots.tsx";
import { isApprover, isVillager, isWriter } from "./notice.ts";
import type { Mine, Shown } from "./notice.ts";

const FEATURE = "affairs/notices";
const NoticeLine = ({ notice }: { notice: Shown | Mine }) => {
  const asks = notice.kind === "must-read" && notice.state === "published" && (!("known" in notice) || notice.known === false);
  const note = notice.state === "withdrawn" ? t("withdrawn.because", { reason: notice.reason ?? "" }) : [...(notice.publishedAt ? [day(notice.publishedAt)] : []), ...(notice.until ? [t("until.shown", { at: day(notice.until) })] : []), ...("known" in notice && notice.known ? [t("known")] : [])].join(" · ");
  return <Line href={at(FEATURE, notice.id)} icon="megaphone" note={note} {...(asks ? { badge: t("must-read.badge") } : {})}><span class="beside"><FirstPhoto media={notice.media} audience={"known" in notice ? "village" : "public"} /><span>{notice.title}</span></span></Line>;
};
const asksMe = ({ known, state }: Mine): number => (known === false && state === "published" ? 0 : 1);

/** What holds for me: the village's, my group's, my house's; what waits for my "I know" first. */
const ForMe = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return <State of={mine}>{({ items }) => items.length === 0 ? <Empty>{t("empty")}</Empty> : <ul class="list">{[...items].sort((a, b) => asksMe(a) - asksMe(b)).map((each) => <li key={each.id}><NoticeLine notice={each} /></li>)}</ul>}</State>;
};
const ForAll = ({ route, empty }: { route: "list" | "past"; empty: string }) => (
  <List key={route} load={(cursor) => call(FEATURE, route, { query: { ...(cursor ? { cursor } : {}) } })} empty={empty} item={(each) => <NoticeLine notice={each} />} />
);

/** What an office still has to publish. */
const Waiting = ({ round }: { round: number }) => {
  const all = useLoad(() => call(FEATURE, "all", { query: { limit: 100 } }), [round]);
  const open = all.data?.items.filter(({ state }) => state === "draft" || state === "approved") ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={t("shelf.waiting")}>
      <div class="sheet">{open.map((each) => <Line key={each.id} href={at(FEATURE, each.id)} icon="wait" note={[t(`state.${each.state}`), ...(each.mine ? [t("written.by-you")] : [])].join(" · ")} {...(each.kind === "must-read" ? { badge: t("must-read.badge") } : {})}>{each.title}</Line>)}</div>
    </Section>
  );
};

/** The village's notices; an office finds what waits to go out, and writes. */
export const NoticeList = () => {
  const [round, again] = useState(0);
  return (
  <>
    <h1>{t("title")}</h1>
    {isWriter() ? <KeptList feature={FEATURE} onSent={() => again((before) => before + 1)} /> : null}
    {isApprover() ? <Waiting round={round} /> : null}
    {isVillager() ? <Lots /> : null}
    <Section title={t("list.now")}>{isVillager() ? <ForMe /> : <ForAll route="list" empty={t("empty")} />}</Section>
    <LinkButton href={at(FEATURE, "past")}>{t("past")}</LinkButton>
    {isWriter() ? <LinkButton href={at(FEATURE, "new")} kind="primary" icon="megaphone">{t("new")}</LinkButton> : null}
  </>
  );
};
/** What is over. */
export const PastNotices = () => <><h1>{t("past")}</h1><ForAll route="past" empty={t("past.none")} /><LinkButton href={at(FEATURE)}>{t("to-list")}</LinkButton></>;
