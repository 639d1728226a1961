import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { Card, Section } from "../../core/parts/card.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { clock, when } from "../../core/parts/time.ts";
import { prefs } from "../../core/prefs.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Fold } from "./choices.tsx";
import { Concerns } from "./finish.tsx";
import { hazardIcon, Marks, titleOf } from "./label.tsx";
import { standing } from "./list.tsx";
import { holdersOf, nameIn, villagesOf, whoDid } from "./names.ts";
import type { VillageName } from "./names.ts";
import { partWords } from "./part-choice.tsx";
import { ReadInProblems } from "./read-in.tsx";
import { SourceText } from "./source-text.tsx";
import { Steering } from "./steering.tsx";

/** What it says, the reader's language first. */
const Says = ({ warning }: { warning: WarningView }) => (
  <Section title={t("says")}>
    {[prefs().language, ...boot.languages.filter((each) => each !== prefs().language)].map((language) => (
      <section class="card" lang={language} key={language}>
        <h3>{warning.texts[language].headline}</h3><p>{warning.texts[language].what}</p>
        <Fold title={t("says.all")}>{(["sms", "speaker", "group"] as const).map((field) => <div key={field}><small>{t(`text.${field}`)}</small>{warning.texts[language][field].split("\n").map((line) => <p>{line}</p>)}</div>)}</Fold>
      </section>
    ))}
  </Section>
);

const Facts = ({ warning, villages }: { warning: WarningView; villages: readonly VillageName[] }) => (
  <Section title={t("area.title")}>
    <div class="sheet">
      {warning.parts.map((part) => <div class="line" key={part.village + (part.mark ?? "")}><span class="grow"><span>{nameIn(villages, part.village)}</span><small>{partWords(part)}</small></span></div>)}
      {warning.parts.length === 0 ? <p class="line">{t("parts.none")}</p> : null}
    </div>
    {warning.source ? <SourceText source={warning.source} /> : null}
    {warning.note ? <Card title={t("note")}><p>{warning.note}</p></Card> : null}
    {warning.openReasons.length > 0 ? <Card title={t("open-reasons")} tone="careful"><ul>{warning.openReasons.map((each) => <li key={each.household}>{nameIn(villages, each.village)} · {each.reason}</li>)}</ul></Card> : null}
  </Section>
);

const History = ({ warning, names }: { warning: WarningView; names: Readonly<Record<string, string>> }) => (
  <Section title={t("history")}>
    <div class="sheet">{warning.history.map(({ to, at: time, by, office, channel }, place) => {
      const again = to === "issued" && warning.history.slice(0, place).some((each) => each.to === "issued");
      return <div class="line" key={time + to}><span class="grow"><span>{t(again ? "did.steered" : `did.${to}`)}</span><small>{when(time)} {when(time) === clock(time) ? "" : clock(time)} · {whoDid(names, by, office, channel)}</small></span></div>;
    })}</div>
  </Section>
);

const Whole = ({ warning, villages, names, area, reload }: { warning: WarningView; villages: readonly VillageName[]; names: Readonly<Record<string, string>>; area: string; reload: () => void }) => {
  const approved = warning.history.find(({ to }) => to === "issued");
  return (
    <>
      <div class={`alarm ${warning.colour}`}><Icon name={hazardIcon(warning.hazard)} /><div class="grow"><h1>{titleOf(warning)}</h1><small>{warning.state === "issued" ? `${t("is.issued")} · ` : ""}{standing(warning)}</small></div></div>
      <p><a class="quiet" href={at("alerts/warnings")}>{t("to-list")}</a> <Marks {...warning} /></p>
      {warning.status === "Test" ? <p class="hush">{t("mark.test.what")}</p> : null}
      {warning.reason ? <Card tone="careful" title={t(warning.state === "draft" ? "sent-back" : "reason")}><p>{warning.reason}</p></Card> : null}
      {warning.replaces ? <a class="line" href={at("alerts/warnings", warning.replaces)}>{t("replaces")}</a> : null}
      {warning.replacedBy ? <a class="line" href={at("alerts/warnings", warning.replacedBy)}>{t("replaced-by")}</a> : null}
      <ReadInProblems warning={warning} />
      <div class="wide sides">
        <div><Says warning={warning} /><Facts warning={warning} villages={villages} /><History warning={warning} names={names} /></div>
        <div class="form">
          {warning.state === "draft" || warning.state === "waiting" ? <Concerns concerns={warning.concerns} hours={hazards[warning.hazard].lifeHours} parts={2} /> : null}
          <p class="meta">{t("drafted-by", { name: whoDid(names, warning.drafter, warning.history[0]?.office, warning.history[0]?.channel) })}{approved ? ` · ${t(warning.single ? "issued-alone" : "issued-by", { name: whoDid(names, approved.by, approved.office, approved.channel) })}` : ""}</p>
          <Steering warning={warning} villages={villages} area={area} onDone={reload} />
        </div>
      </div>
    </>
  );
};

/** One warning as the duty office sees and steers it. */
export const One = ({ id, area }: { id: string; area: string }) => {
  const warning = useLoad(() => call("alerts/warnings", "one", { params: { id } }), [id]);
  const villages = useLoad(() => villagesOf(area).catch(() => []), [area]);
  const names = useLoad(() => holdersOf(area), [area]);
  return <State of={warning}>{(shown) => <Whole warning={shown} villages={villages.data ?? []} names={names.data ?? {}} area={area} reload={warning.reload} />}</State>;
};
