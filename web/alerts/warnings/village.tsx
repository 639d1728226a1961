import type { PublicWarning } from "../../../shared/alerts/warnings/warning.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { List } from "../../core/parts/list.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { clock, day, when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { hazardIcon, Marks, marksInWords, RunningLine, titleOf } from "./label.tsx";
import { SourceText } from "./source-text.tsx";
import { untilWords } from "./when.tsx";

/** How it is over, in the words people heard: nothing is an all-clear that was not one. */
const overWords = (warning: PublicWarning): string => {
  switch (warning.how) {
    case "all-clear": return t("clear");
    case "cancelled": return t("cancelled", { reason: warning.reason ?? "" });
    case "by-time": return t("by-time");
    case "replaced": return t("over.replaced");
    case "incomplete": return t("over.incomplete");
    default: return t("over.complete");
  }
};
const holds = (warning: PublicWarning): boolean => warning.state === "issued" && (warning.expires === null || Date.parse(warning.expires) > Date.now());
const overSaid = (warning: PublicWarning): string => (warning.state === "issued" ? t("by-time") : overWords(warning));

/** What holds in the village now, and what held before. Anybody may read it. */
export const VillageList = () => {
  const running = useLoad(() => call("alerts/warnings", "running", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={running}>{({ items }) => items.length === 0 ? <p class="calm good">{t("list.calm.village")}</p> : (
        <Section title={t("list.running")}><ul class="list">{items.map((each) => <li key={each.id}><RunningLine warning={each} href={at("alerts/warnings", each.id)} note={each.expires ? t("until.at", { at: untilWords(each.expires) }) : pick(each.texts.zh.what ? { zh: each.texts.zh.what, en: each.texts.en.what } : "")} marks={marksInWords(each)} /></li>)}</ul></Section>
      )}</State>
      <Section title={t("list.past")}>
        <List empty={t("list.past.nothing")} load={async (cursor) => { const page = await call("alerts/warnings", "past", { query: { ...(cursor ? { cursor } : {}) } }); return { ...page, items: page.items.filter((each) => !holds(each)) }; }}
          item={(each) => <Line href={at("alerts/warnings", each.id)} icon={hazardIcon(each.hazard)} note={`${when(each.overAt ?? each.expires ?? each.issuedAt)} · ${overSaid(each)}`} {...(marksInWords(each)[0] ? { badge: marksInWords(each)[0]! } : {})}>{titleOf(each)}</Line>} />
      </Section>
      {boot.helpPhone ? <LinkButton href={`tel:${boot.helpPhone}`} icon="phone">{t("warning.call", { phone: boot.helpPhone })}</LinkButton> : null}
    </>
  );
};

const Shown = ({ warning }: { warning: PublicWarning }) => {
  const running = holds(warning);
  const said = { zh: warning.texts.zh, en: warning.texts.en };
  const text = (field: "what" | "speaker" | "group"): string => pick({ zh: said.zh[field], en: said.en[field] });
  const share = (): Promise<void> => navigator.share({ title: titleOf(warning), text: text("group"), url: location.href }).catch(() => undefined);
  const place = warning.place ? pick(warning.place) : "";
  return (
    <div class={`screen ${warning.colour}`}>
      <p class="meta"><Icon name={hazardIcon(warning.hazard)} /> {titleOf(warning)} <Marks {...warning} /></p>
      {running ? <section class="what"><h1>{text("what")}</h1></section> : <section class={`card ${warning.how === "all-clear" ? "good" : "careful"}`}><h1>{overSaid(warning)}</h1>{warning.overAt ? <p>{when(warning.overAt)}</p> : null}</section>}
      {running && place ? <p class="card"><b>{t("goto.is", { place })}</b></p> : null}
      {running && warning.groups ? <p class="card">{t("part.groups", { groups: warning.groups.join("、") })}</p> : null}
      {warning.status === "Exercise" ? <p class="card careful">{t("drill.what")}</p> : null}
      <ReadAloud text={running ? text("speaker") : overSaid(warning)} label={t("answer.read")} />
      <p class="meta">{t(warning.source ? "passed.at" : "issued.at", { at: `${day(warning.issuedAt)} ${clock(warning.issuedAt)}` })}{running ? ` · ${warning.expires ? t("until.at", { at: untilWords(warning.expires) }) : t("until.none")}` : ""}{warning.single ? ` · ${t("mark.single.what")}` : ""}</p>
      {!running ? <section class="card"><small>{t("said-then")}</small><p>{text("what")}</p></section> : null}
      {warning.source ? <SourceText source={warning.source} /> : null}
      {running ? <div class="row"><CopyButton text={() => text("group")} />{"share" in navigator ? <Button icon="talk" onPress={share}>{t("share")}</Button> : null}</div> : null}
      <Button icon="print" onPress={() => print()}>{t("menu.print")}</Button>
      <LinkButton href={at("alerts/warnings")}>{t("to-all")}</LinkButton>
      {boot.helpPhone ? <LinkButton href={`tel:${boot.helpPhone}`} kind={running ? "danger" : "plain"} icon="phone">{t("warning.call", { phone: boot.helpPhone })}</LinkButton> : null}
    </div>
  );
};

/** One warning in a village: what to do, from whom, until when; afterwards, how it ended. */
export const VillageOne = ({ id }: { id: string }) => {
  const warning = useLoad(() => call("alerts/warnings", "shown", { params: { id } }), [id]);
  return <State of={warning}>{(shown) => <Shown warning={shown} />}</State>;
};
