import { definePage } from "../../core/pages.ts";
import { RunningWarnings } from "../../core/warning/running.tsx";
import { t } from "../../core/words.ts";
import { Choose } from "./choose.tsx";
import { Enter } from "./enter.tsx";
import { OneSheet } from "./sheet.tsx";

export const page = definePage({
  name: "alerts/door-sheets",
  view: ({ here }) => {
    const [warning, sheet, act] = here.rest;
    return !warning ? <><h1>{t("title")}</h1><RunningWarnings to="alerts/door-sheets" of="alerts/warnings" /></>
      : !sheet ? <Choose warning={warning} key={warning} />
      : act === "enter" ? <Enter warning={warning} sheet={sheet} key={sheet} /> : <OneSheet warning={warning} sheet={sheet} key={sheet} />;
  },
});
