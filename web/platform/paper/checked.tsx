import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at, base } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { tidy } from "./code.ts";

const FEATURE = "platform/paper";
const TONES = { current: "good", older: "careful", withdrawn: "bad", over: "careful" } as const;

/** A code nobody printed here is an answer, not a fault. */
const read = (code: string) => call(FEATURE, "check", { params: { code } }).catch((thrown: unknown) => {
  if (problemOf(thrown).type === "not-found") return null;
  throw thrown;
});

/** Whether the sheet in the reader's hand shows what stands now. */
export const Checked = ({ code }: { code: string }) => {
  const checked = useLoad(() => read(tidy(code)), [code]);
  return (
    <>
      <h1>{t("check.title")}</h1>
      <State of={checked}>{(sheet) => (
        <>
          {sheet === null ? <Card tone="bad" title={t("verdict.unknown")}><p>{t("verdict.unknown.note")}</p></Card> : (
            <>
              <Card tone={TONES[sheet.verdict]} title={t(`verdict.${sheet.verdict}`)}>
                <p>{t(`verdict.${sheet.verdict}.note`)}</p>
                {sheet.now ? <p>{t(sheet.now.since ? "older.since" : "older.edition", { n: sheet.edition, now: sheet.now.edition, at: sheet.now.since ? day(sheet.now.since) : "" })}</p> : null}
              </Card>
              <Card>
                {sheet.title ? <p><b>{pick(sheet.title)}</b></p> : <p class="hush">{t("hidden")}</p>}
                <p>{t("compare")}<br /><b class="typed">{sheet.fingerprint}</b></p>
                <p class="meta">{[t("edition", { n: sheet.edition }), ...(sheet.since ? [t("since", { at: day(sheet.since) })] : []), t("first", { at: day(sheet.printedFirst) }), t("prints", { n: sheet.prints })].join(" · ")}</p>
              </Card>
              {sheet.where !== null ? <LinkButton kind="primary" href={sheet.where ? at(sheet.where) : base()}>{t("see-now")}</LinkButton> : null}
            </>
          )}
          <LinkButton href={at(FEATURE)}>{t("another")}</LinkButton>
        </>
      )}</State>
    </>
  );
};
