import { ownStyle } from "../../core/own-style.ts";
import { definePage } from "../../core/pages.ts";
import { at } from "../../core/router.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { RunningWarnings } from "../../core/warning/running.tsx";
import { t } from "../../core/words.ts";
import { CountyBoard } from "./county.tsx";
import { CountyWarnings } from "./county-warnings.tsx";
import { VillageBoard } from "./village.tsx";

ownStyle(`.sides>*{min-width:0}.words{white-space:pre-line}.pick{display:flex;align-items:center;gap:10px;min-height:var(--tap)}.pick input{width:28px;height:28px;accent-color:var(--green)}
.picked{position:sticky;bottom:76px;z-index:2;border:2px solid var(--green)}[data-mode=elder] .picked{bottom:8px}.houses{display:grid;gap:10px}.houses .meta{padding:0}@media (min-width:900px){.houses{grid-template-columns:1fr 1fr;align-items:start}}
@media print{.pick,.picked,.picker{display:none}.houses{grid-template-columns:1fr 1fr}}`);

export const page = definePage({
  name: "alerts/roll-call",
  view: ({ here }) => {
    const warning = here.rest[0];
    if (here.area) return warning ? <CountyBoard warning={warning} key={warning} /> : <CountyWarnings />;
    return warning ? <VillageBoard warning={warning} key={warning} /> : <><h1>{t("title")}</h1><RunningWarnings to="alerts/roll-call" of="alerts/warnings" /><LinkButton href={at("alerts/warnings")}>{t("before")}</LinkButton></>;
  },
});
