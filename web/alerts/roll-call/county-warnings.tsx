import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { call } from "../../core/client/client.ts";
import { Line, Section } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { statusBadge } from "../../core/warning/status-mark.ts";
import { pick, t } from "../../core/words.ts";

const Lines = ({ warnings }: { warnings: readonly WarningView[] }) => (
  <div class="sheet">{warnings.map((each) => (
    <Line key={each.id} href={at("alerts/roll-call", each.id)} icon="warning" note={when(each.issuedAt ?? "")} {...statusBadge(each.status)}>{pick({ zh: each.texts.zh.headline, en: each.texts.en.headline })}</Line>
  ))}</div>
);

/** The county's warnings whose households are being accounted for, and those that were. */
export const CountyWarnings = () => {
  const loaded = useLoad(async () => (await call("alerts/warnings", "list", { query: { limit: 50 } })).items.filter((each) => each.issuedAt !== null));
  return (
    <>
      <h1>{t("county.title")}</h1>
      <State of={loaded}>{(all) => {
        const [running, over] = [all.filter(({ state }) => state === "issued"), all.filter(({ state }) => state !== "issued")];
        return <>
          {running.length > 0 ? <Section title={t("running")}><Lines warnings={running} /></Section> : <Empty>{t("before.none")}</Empty>}
          {over.length > 0 ? <Section title={t("before")}><Lines warnings={over.slice(0, 10)} /></Section> : null}
        </>;
      }}</State>
    </>
  );
};
