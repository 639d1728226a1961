import { useState } from "preact/hooks";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { Loading, ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { at, base } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { FEATURE, groupWords } from "./door.ts";
import type { Seen } from "./door.ts";
import { ReportHere } from "./report.tsx";

const Warnings = ({ seen }: { seen: Seen }) => (
  <>
    {seen.warnings.map((warning) => (
      <section class={`alarm ${warning.colour}`} key={warning.id}><span class="grow"><b>{warning.drill ? `【${t("drill")}】` : ""}{pick(warning.headline)}</b><span>{pick(warning.what)}</span></span></section>
    ))}
  </>
);
const Calls = ({ seen }: { seen: Pick<Seen, "phone" | "emergency" | "warnings"> }) => (
  <>
    {seen.warnings.length > 0 ? <LinkButton kind="danger" icon="phone" href={`tel:${seen.emergency}`}>{t("call.emergency", { phone: seen.emergency })}</LinkButton> : null}
    <LinkButton icon="phone" href={`tel:${seen.phone}`}>{t("call", { phone: seen.phone })}</LinkButton>
  </>
);

/** Anybody: the house number and a greeting. While a warning lasts, what they may report; never who has left. */
const Stranger = ({ seen, code }: { seen: Seen; code: string }) => (
  <>
    <h1>{t("hello", { village: pick(seen.villageNames), no: seen.no })}</h1>
    <Warnings seen={seen} />
    {seen.mayReport ? <ReportHere code={code} /> : <p class="card">{t("hello.what")}</p>}
    <Calls seen={seen} />
    {seen.warnings.length > 0 ? null : <div class="sheet"><Line href={base()} icon="village">{t("home")}</Line><Line href={at("circle/guestbook", "new")} icon="talk">{t("say-hello")}</Line></div>}
  </>
);

/** The household at its own door. */
const Own = ({ seen }: { seen: Seen }) => (
  <>
    <h1>{t("own")}</h1>
    <p class="meta">{t("no", { no: seen.no })}</p>
    <Warnings seen={seen} />
    {seen.warnings[0] ? <LinkButton kind="primary" icon="warning" href={at("alerts/answers", seen.warnings[0].id)}>{t("own.warning")}</LinkButton> : null}
    <div class="sheet">
      <Line href={at("affairs/households")} icon="people">{t("own.household")}</Line>
      <Line href={at("affairs/houses")} icon="house">{t("own.house")}</Line>
      <Line href={at("affairs/households", "looks")} icon="eye">{t("own.looks")}</Line>
      <Line href={at("alerts/contacts")} icon="phone">{t("own.phones")}</Line>
      <Line href={at(FEATURE)} icon="id-badge">{t("mine")}</Line>
      <Line href={`${base()}?elder`} icon="listen">{t("mode.elder")}</Line>
    </div>
    <Calls seen={seen} />
  </>
);

/** A cadre with duty here: the household in short. It has been told. */
const Duty = ({ seen, code }: { seen: Seen; code: string }) => {
  const { summary } = seen;
  if (!summary) return null;
  return (
    <>
      <h1>{groupWords(summary.group)} {t("no", { no: seen.no })}</h1>
      <p class="meta">{t("duty")} · {t("duty.told")}</p>
      <Warnings seen={seen} />
      <Card title={t("duty.people")}><p>{summary.names.join("、") || t("duty.none")}</p><p>{t("duty.sleeping", { n: summary.sleeping })}</p>
        {summary.vulnerable.length > 0 ? <p><b>{t("duty.care")}：{summary.vulnerable.map((weak) => t(`vulnerable.${weak}`)).join("、")}</b></p> : null}</Card>
      <Card title={t("duty.state")}><p>{summary.state ? t(`house.${summary.state}`) : "–"}</p>{summary.marks.length > 0 ? <p>{t("duty.marks")}：{summary.marks.map((mark) => t(`mark.${mark}`)).join("、")}</p> : null}</Card>
      {seen.mayReport ? <Section title={t("report.title")}><ReportHere code={code} /></Section> : null}
      <div class="sheet">
        {seen.house ? <Line href={at("affairs/households", seen.house)} icon="people">{t("duty.file")}</Line> : null}
        {seen.warnings[0] ? <Line href={at("alerts/roll-call", seen.warnings[0].id)} icon="checklist">{t("duty.board")}</Line> : null}
      </div>
    </>
  );
};

const Unknown = () => (
  <>
    <h1>{t("unknown")}</h1>
    <p class="card careful">{t("unknown.what")}</p>
    <LinkButton kind="primary" icon="phone" href={`tel:${boot.helpPhone}`}>{t("call", { phone: boot.helpPhone })}</LinkButton>
    <LinkButton icon="phone" href={`tel:${boot.emergencyPhone}`}>{t("call.emergency", { phone: boot.emergencyPhone })}</LinkButton>
    <LinkButton href={at(FEATURE, "type")}>{t("type.title")}</LinkButton>
  </>
);

/** What a plate's code shows to whoever scans it. */
export const Scanned = ({ code }: { code: string }) => {
  const seen = useLoad(() => call(FEATURE, "scan", { body: { code } }), [code]);
  if (seen.data) return seen.data.as === "own" ? <Own seen={seen.data} /> : seen.data.as === "duty" ? <Duty seen={seen.data} code={code} /> : <Stranger seen={seen.data} code={code} />;
  if (!seen.problem) return <><h1>{t("title")}</h1><Loading /></>;
  return seen.problem.status === 404 || seen.problem.status === 422 ? <Unknown /> : <><h1>{t("title")}</h1><ProblemLine problem={seen.problem} onRetry={seen.reload} /><LinkButton kind="primary" icon="phone" href={`tel:${boot.helpPhone}`}>{t("call", { phone: boot.helpPhone })}</LinkButton></>;
};

/** For a phone whose camera does not read codes. */
export const TypeCode = () => {
  const [code, type] = useState("");
  return (
    <>
      <h1>{t("type.title")}</h1>
      <div class="field"><label for="code">{t("type")}</label><small id="code-hint">{t("type.hint")}</small>
        <input class="input" id="code" autocomplete="off" autocapitalize="none" maxLength={12} aria-describedby="code-hint" value={code} onInput={(event) => type(event.currentTarget.value)} /></div>
      {code.trim() ? <LinkButton kind="primary" href={at(FEATURE, encodeURIComponent(code.trim().toLowerCase().replace(/[\s-]/g, "")))}>{t("type.open")}</LinkButton> : null}
    </>
  );
};
