import { useId } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { groupWords } from "./notice.ts";

export interface Reach { readonly to: "village" | "groups" | "households"; readonly groups: readonly string[]; readonly households: readonly string[] }
type House = Answer<"affairs/households", "list">["items"][number];
const MOST_PAGES = 20;

/** Every household of the offices' list: few enough in a village to tick by hand. */
const houses = async (): Promise<House[]> => {
  const found: House[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next: Answer<"affairs/households", "list"> = await call("affairs/households", "list", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...next.items);
    cursor = next.next;
    if (!cursor) break;
  }
  return found.sort((a, b) => a.group.localeCompare(b.group, "zh") || a.order - b.order);
};

const Ticks = ({ label, choices, chosen, onChange }: { label: string; choices: readonly { value: string; label: string; note?: string }[]; chosen: readonly string[]; onChange: (chosen: string[]) => void }) => (
  <fieldset class="picker"><legend>{label}</legend>
    {choices.map(({ value, label: said, note }) => (
      <label class="choice" key={value}><input type="checkbox" checked={chosen.includes(value)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))} /><span>{said}{note ? <small>{note}</small> : null}</span></label>
    ))}
  </fieldset>
);
const Which = ({ reach, onChange }: { reach: Reach; onChange: (reach: Reach) => void }) => {
  const list = useLoad(houses);
  return (
    <State of={list}>{(all) => reach.to === "groups"
      ? <Ticks label={t("audience.groups.which")} chosen={reach.groups} onChange={(groups) => onChange({ ...reach, groups })} choices={[...new Set(all.map(({ group }) => group))].map((group) => ({ value: group, label: groupWords(group), note: t("to.households", { n: all.filter((each) => each.group === group).length }) }))} />
      : <Ticks label={t("audience.households.which")} chosen={reach.households} onChange={(households) => onChange({ ...reach, households })} choices={all.map(({ id, no, group, names }) => ({ value: id, label: t("who.house", { group: groupWords(group), no }), note: names.join("、") }))} />}</State>
  );
};

/** For whom: the village, some groups, some households; with what is wrong said under it. */
export const AudienceField = ({ reach, wrong, onChange }: { reach: Reach; wrong?: string | undefined; onChange: (reach: Reach) => void }) => {
  const id = useId();
  return (
    <div class="section" role="group" aria-describedby={wrong ? id : undefined}>
      <Picker label={t("audience")} value={reach.to} choices={(["village", "groups", "households"] as const).map((to) => ({ value: to, label: t(`audience.${to}`) }))} onPick={(to) => onChange({ ...reach, to: to as Reach["to"] })} />
      {reach.to === "village" ? null : <Which reach={reach} onChange={onChange} />}
      {wrong ? <p class="wrong wrong-first" tabIndex={-1} id={id}>{wrong}</p> : null}
    </div>
  );
};
