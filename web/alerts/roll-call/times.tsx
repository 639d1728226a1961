import { Card } from "../../core/parts/card.tsx";
import { t } from "../../core/words.ts";

export interface Seconds { readonly half: number | null; readonly ninety: number | null; readonly all: number | null }
const said = (seconds: number | null): string => seconds === null ? t("times.not-yet") : t("times.minutes", { n: Math.max(1, Math.round(seconds / 60)) });

/** How long it took until half, nine in ten and all households were accounted for. */
export const Times = ({ seconds }: { seconds: Seconds }) => (
  <Card title={t("times")}>{(["half", "ninety", "all"] as const).map((each) => <p key={each}>{t(`times.${each}`)} · <b>{said(seconds[each])}</b></p>)}</Card>
);
