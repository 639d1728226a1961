import { definePage } from "../../core/pages.ts";
import { RunningWarnings } from "../../core/warning/running.tsx";
import { t } from "../../core/words.ts";
import { Deliveries } from "./deliveries.tsx";
import { Scripts } from "./scripts.tsx";

export const page = definePage({
  name: "alerts/sending",
  view: ({ here }) => here.rest[0] ? <><h1>{t("page.title")}</h1><Scripts warning={here.rest[0]} /><Deliveries warning={here.rest[0]} /></> : <><h1>{t("page.title")}</h1><RunningWarnings to="alerts/sending" of="alerts/warnings" /></>,
});
