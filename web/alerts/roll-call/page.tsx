import { definePage } from "../../core/pages.ts";
import { at } from "../../core/router.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { RunningWarnings } from "../../core/warning/running.tsx";
import { t } from "../../core/words.ts";
import { CountyBoard } from "./county.tsx";
import { CountyWarnings } from "./county-warnings.tsx";
import { VillageBoard } from "./village.tsx";

export const page = definePage({
  name: "alerts/roll-call",
  view: ({ here }) => {
    const warning = here.rest[0];
    if (here.area) return warning ? <CountyBoard warning={warning} key={warning} /> : <CountyWarnings />;
    return warning ? <VillageBoard warning={warning} key={warning} /> : <><h1>{t("title")}</h1><RunningWarnings to="alerts/roll-call" of="alerts/warnings" /><LinkButton href={at("alerts/warnings")}>{t("before")}</LinkButton></>;
  },
});
