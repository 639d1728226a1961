import { useId, useState } from "preact/hooks";
import type { HAZARDS as HOUSE_MARKS } from "../../../shared/affairs/households/household.ts";
import type { VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";
import { Fold } from "./choices.tsx";

/** The hazard marks a house may have. */
export const MARKS = ["river", "slope", "dam", "road", "old-house"] as const satisfies readonly (typeof HOUSE_MARKS)[number][];

/** In words: all of it, some groups, or the houses by the river. */
export const partWords = (part: VillagePart): string =>
  [part.groups ? t("part.groups", { groups: part.groups.join("、") }) : "", part.mark ? t(`part.mark.${part.mark}`) : ""].filter(Boolean).join(" · ") || t("part.all");

/** Which houses of one village are meant. */
export const PartChoice = ({ part, name, onChange }: { part: VillagePart; name: string; onChange: (part: VillagePart) => void }) => {
  const id = useId();
  const [typed, type] = useState((part.groups ?? []).join(" "));
  const set = (groups: string, mark: string | undefined): void => {
    const named = [...new Set(groups.split(/[\s,，、;；]+/u).filter(Boolean))];
    onChange({ village: part.village, ...(named.length > 0 ? { groups: named } : {}), ...(mark ? { mark } : {}) });
  };
  return (
    <Fold title={<>{name}<small>{partWords(part)}</small></>}>
      <div class="field"><label for={id}>{t("part.some-groups")}</label><small id={`${id}-hint`}>{t("part.some-groups.hint")}</small>
        <input id={id} class="input" value={typed} aria-describedby={`${id}-hint`} onInput={(event) => { type(event.currentTarget.value); set(event.currentTarget.value, part.mark); }} /></div>
      <Picker label={t("part.mark")} value={part.mark ?? ""} onPick={(mark) => set(typed, mark || undefined)} choices={[{ value: "", label: t("part.mark.none") }, ...MARKS.map((mark) => ({ value: mark, label: t(`part.mark.${mark}`) }))]} />
    </Fold>
  );
};
