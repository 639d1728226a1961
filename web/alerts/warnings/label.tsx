import { colourNames, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import type { Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { Badge } from "../../core/parts/card.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { statusMark } from "../../core/warning/status-mark.ts";
import { pick, t } from "../../core/words.ts";

interface Kind { readonly hazard: Hazard; readonly colour: Colour }
export const colourWord = (colour: Colour): string => pick(colourNames[colour]);
export const hazardWord = (hazard: Hazard): string => pick(hazards[hazard].name);
export const hazardIcon = (hazard: Hazard): string => `hazard-${hazard}`;
/** "Red warning: flash flood": the colour is always a word too. */
export const titleOf = ({ hazard, colour }: Kind): string => t("headline", { colour: colourWord(colour), hazard: hazardWord(hazard) });

/** What kind of warning it is besides the danger: a drill, a test, by one person's word only, paused. */
export const Marks = ({ status, single, paused = false }: { status: WarningView["status"]; single: boolean; paused?: boolean }) => (
  <>
    {statusMark(status) ? <Badge tone="careful">{statusMark(status)}</Badge> : null}{" "}
    {single ? <Badge>{t("mark.single")}</Badge> : null}{" "}
    {paused ? <Badge tone="bad">{t("mark.paused")}</Badge> : null}
  </>
);
export const marksInWords = ({ status, single, paused = false }: { status: WarningView["status"]; single: boolean; paused?: boolean }): string[] =>
  [statusMark(status), single && t("mark.single"), paused && t("mark.paused")].filter((mark) => typeof mark === "string");

/** A warning that holds now: its colour fills the line, its word and picture say the same. */
export const RunningLine = ({ warning, href, note, marks }: { warning: Kind; href: string; note: string; marks: readonly string[] }) => (
  <a class={`alarm ${warning.colour}`} href={href}>
    <Icon name={hazardIcon(warning.hazard)} />
    <span class="grow"><b>{titleOf(warning)}</b><small>{[...marks, note].filter(Boolean).join(" · ")}</small></span>
    <Icon name="next" />
  </a>
);
