import { useId, useState } from "preact/hooks";
import { Button } from "../../core/parts/button.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { allHouses, houseWords } from "./member.ts";
import type { House } from "./member.ts";

const SHOWN = 8;
/** One household of the village, found by its number or a name. */
export const HouseChoice = ({ label, hint = "", chosen, wrong, onPick }: { label: string; hint?: string; chosen: House | undefined; wrong?: string | undefined; onPick: (house: House | undefined) => void }) => {
  const id = useId();
  const [sought, seek] = useState(hint);
  const houses = useLoad(allHouses);
  const fits = (house: House): boolean => [house.no, house.group, ...house.names].some((each) => each.includes(sought.trim()));
  if (chosen) return <div class="card good"><p>{t("house.chosen", { house: houseWords(chosen) })} <small>{chosen.names.join("、")}</small></p><Button onPress={() => onPick(undefined)}>{t("house.change")}</Button></div>;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input class="input" id={id} type="search" placeholder={t("paper.search")} value={sought} aria-invalid={wrong ? "true" : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} onInput={(event) => seek(event.currentTarget.value)} />
      {wrong ? <p class="wrong" id={`${id}-wrong`}>{wrong}</p> : null}
      {sought.trim() ? <State of={houses}>{(all) => {
        const found = [...all.filter((each) => each.no === sought.trim()), ...all.filter((each) => each.no !== sought.trim() && fits(each))].slice(0, SHOWN);
        return found.length === 0 ? <Empty>{t("house.none")}</Empty> : <div class="answers">{found.map((each) => <Button key={each.id} icon="house" onPress={() => onPick(each)}>{houseWords(each)}：{each.names.join("、")}</Button>)}</div>;
      }}</State> : null}
    </div>
  );
};

