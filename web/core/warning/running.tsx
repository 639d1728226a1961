import { useEffect } from "preact/hooks";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { callLoosely } from "../client/client.ts";
import { Line, Section } from "../parts/card.tsx";
import { Empty, State, useLoad } from "../parts/state.tsx";
import { when } from "../parts/time.ts";
import { at, go } from "../router.ts";
import { statusBadge } from "./status-mark.ts";
import { pick, t } from "../words.ts";

interface Running { readonly id: string; readonly status: WarningView["status"]; readonly texts: Readonly<Record<"zh" | "en", { readonly headline: string }>>; readonly issuedAt: string }

/**
 * The warnings that hold in this village, each leading to its page of the feature `to`; a single one is opened at once. `of` is the
 * feature that knows them: its name stands in the page, so that its routes travel with the page.
 */
export const RunningWarnings = ({ to, of }: { to: string; of: string }) => {
  const loaded = useLoad(async () => (await callLoosely(of, "running", {}) as { items: readonly Running[] }).items, [to]);
  const only = loaded.data?.length === 1 ? loaded.data[0] : undefined;
  useEffect(() => { if (only) go(at(to, only.id), true); }, [only]);
  return (
    <State of={loaded}>{(items) => items.length === 0 ? <Empty>{t("running.none")}</Empty> : (
      <Section title={t("running.choose")}><div class="sheet">{items.map((each) => (
        <Line key={each.id} href={at(to, each.id)} icon="warning" note={when(each.issuedAt)} {...statusBadge(each.status)}>{pick({ zh: each.texts.zh.headline, en: each.texts.en.headline })}</Line>
      ))}</div></Section>
    )}</State>
  );
};
