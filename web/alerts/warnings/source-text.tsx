import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { clock, day } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { Fold } from "./choices.tsx";

/** Who gave a relayed warning and when; its own text one tap away. */
export const SourceText = ({ source }: { source: NonNullable<WarningView["source"]> }) => (
  <>
    <p class="card">{t("source.by", { issuer: source.issuer, at: `${day(source.issuedAt)} ${clock(source.issuedAt)}` })}</p>
    {source.text ? <Fold title={t("source.text")}>{source.text.split("\n").map((line) => <p>{line}</p>)}</Fold> : null}
  </>
);
