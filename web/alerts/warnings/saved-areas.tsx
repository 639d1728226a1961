import type { VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import { Icon } from "../../core/parts/icon.tsx";
import { pick, t } from "../../core/words.ts";
import { useCost } from "./cost.tsx";
import { nameIn } from "./names.ts";
import type { VillageName } from "./names.ts";

interface Area { readonly id: string; readonly name: string; readonly names?: { readonly zh: string; readonly en: string } | undefined; readonly parts: readonly VillagePart[]; readonly households?: number | undefined; readonly people?: number | undefined; readonly vulnerable?: number | undefined }

/** How many households it is: at once where the houses' marks or whole villages say so, else counted by the server. */
const AreaButton = ({ area, villages, onPick }: { area: Area; villages: readonly VillageName[]; onPick: (parts: readonly VillagePart[]) => void }) => {
  const whole = area.parts.every((part) => !part.groups && !part.mark);
  const counted = useCost(whole || area.households !== undefined ? [] : area.parts, "1", "1");
  const households = area.households !== undefined ? area.households : whole ? area.parts.reduce((sum, part) => sum + (villages.find(({ id }) => id === part.village)?.households ?? 0), 0) : counted.cost?.households;
  const names = area.parts.slice(0, 3).map((part) => nameIn(villages, part.village)).join("、") + (area.parts.length > 3 ? "…" : "");
  return (
    <button type="button" class="button plain" onClick={() => onPick(area.parts)}>
      <Icon name="flag" /><span>{area.names ? pick(area.names) : area.name}{households === undefined ? "" : ` · ${t("households", { n: households })}`} <small>{[...(area.people ? [t("area.people", { people: area.people, vulnerable: area.vulnerable ?? 0 })] : []), names].join(" · ")}</small></span>
    </button>
  );
};

/** Areas kept for the next time: one press chooses all of it. */
export const SavedAreas = ({ areas, villages, onPick }: { areas: readonly Area[]; villages: readonly VillageName[]; onPick: (parts: readonly VillagePart[]) => void }) => (
  <div class="form" role="group" aria-label={t("areas")}><b>{t("areas")}</b>{areas.map((area) => <AreaButton key={area.id} area={area} villages={villages} onPick={onPick} />)}</div>
);
