import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { money } from "../../core/parts/money.ts";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { groupWords, isWriter, seenBy } from "./notice.ts";
import type { Office } from "./notice.ts";
import { ReasonForm } from "./reason-form.tsx";
import { Sheet } from "./sheet.tsx";
import { SmsCard } from "./sms-card.tsx";

const FEATURE = "affairs/notices";
export const audienceWords = ({ audience }: Pick<Office, "audience">): string =>
  audience.to === "village" ? t("to.village") : audience.to === "groups" ? t("to.groups", { groups: audience.groups.map(groupWords).join(t("and")) }) : t("to.households", { n: audience.households.length });

/** For whom, until when, and the SMS line with what it costs on each phone. */
export const Particulars = ({ notice }: { notice: Office }) => (
  <div class="unprinted">
    <p class="meta">{[t(`state.${notice.state}`), audienceWords(notice), ...notice.channels.map((each) => t(`channel.${each}`))].join(" · ")}</p>
    <Card title={t("line.preview")} {...(notice.sms.parts > 1 ? { tone: "careful" as const } : {})}>
      <p>{notice.sms.text}</p>
      <small>{notice.sms.parts > 1 ? t("line.parts", { parts: notice.sms.parts, extra: money(notice.sms.extra) }) : t("line.count", { parts: 1, left: notice.sms.left })} · {t("line.cost", { cost: money(notice.sms.perPhone) })}</small>
    </Card>
    {notice.channels.includes("sms") ? <SmsCard notice={notice} /> : null}
  </div>
);
export const History = ({ notice }: { notice: Office }) => <p class="meta unprinted">{notice.history.map(({ to, at: time }) => t("history.line", { what: t(`state.${to}`), at: when(time) })).join("；")}</p>;

/** A notice that is not out yet: read it as the village will, then publish, send back or change it. */
export const Draft = ({ notice, reload }: { notice: Office; reload: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const step = (move: "approve" | "publish" | "drop"): Promise<void> => call(FEATURE, move, { params: { id: notice.id }, ifMatch: notice.version }).then(reload, (thrown: unknown) => setProblem(problemOf(thrown)));
  const approved = notice.state === "approved";
  return (
    <>
      <Sheet notice={notice} audience={seenBy(notice.audience)} />
      {notice.lotUntil ? <Card tone="careful"><p>{t("lot.waits", { at: when(notice.lotUntil) })}</p></Card> : null}
      {notice.reason && notice.state === "draft" ? <Card tone="careful"><p>{t("sent-back.because", { reason: notice.reason })}</p></Card> : null}
      <Particulars notice={notice} />
      <History notice={notice} />
      {problem ? <ProblemLine problem={problem} /> : null}
      <div class="row">
        {isWriter() && !approved ? <LinkButton href={at(FEATURE, notice.id, "edit")} icon="tool">{t("edit")}</LinkButton> : null}
        {!approved && !notice.mine ? <Button icon="done" onPress={() => step("approve")}>{t("step.approve")}</Button> : null}
        {isWriter() ? <Confirm kind="plain" label={t("step.drop")} question={t("drop.ask")} onYes={() => step("drop")} /> : null}
      </div>
      {approved ? <ReasonForm id={notice.id} step="send-back" label={t("back")} onDone={reload} /> : null}
      <Button kind="primary" icon="megaphone" onPress={() => step("publish")}>{t("step.publish")}</Button>
    </>
  );
};
