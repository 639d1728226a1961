import { useId, useState } from "preact/hooks";
import { call } from "../client/client.ts";
import type { Answer } from "../client/types.ts";
import { Picker } from "../parts/picker.tsx";
import { Empty, State, useLoad } from "../parts/state.tsx";
import { here } from "../router.ts";
import { whosIn } from "../session.ts";
import { t } from "../words.ts";
import { useSought } from "./use-sought.ts";

const SHOWN = 8;
const SEE_ROLL = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];

/** Whether the reader may look through the members' roll; only what is drawn. */
export const seesRoll = (): boolean => whosIn(here().village).some((who) => SEE_ROLL.includes(who));

type Member = Answer<"circle/members", "list">["items"][number];
/** The server looks through a part of the roll at a time: on until enough are found or it ends. */
const searched = async (q: string): Promise<Member[]> => {
  const found: Member[] = [];
  for (let cursor: string | undefined; q && found.length < SHOWN;) {
    const page: Answer<"circle/members", "list"> = await call("circle/members", "list", { query: { q, limit: SHOWN, ...(cursor ? { cursor } : {}) } });
    found.push(...page.items.filter(({ state }) => state === "verified"));
    if (!page.next) break;
    cursor = page.next;
  }
  return found.slice(0, SHOWN);
};

/**
 * One verified member, found on the roll by name; whoever was chosen stays in sight while another is looked for.
 * @param onPick is given the person's id and name
 */
export const MemberFinder = ({ chosen, onPick, label }: { chosen: string; onPick: (person: string, name: string) => void; label?: string }) => {
  const id = useId();
  const [typed, type] = useState("");
  const sought = useSought(typed);
  const [name, nameIt] = useState("");
  const found = useLoad(() => searched(sought), [sought]);
  return (
    <div class="section">
      <div class="field"><label for={id}>{t("member.search")}</label><input class="input" id={id} type="search" maxLength={40} value={typed} onInput={(event) => type(event.currentTarget.value)} /></div>
      <State of={found}>{(members) => {
        const others = members.filter(({ person }) => person !== chosen).map((each) => ({ value: each.person, label: each.name, note: each.group }));
        // A draft remembers whom, not their name.
        const choices = chosen ? [{ value: chosen, label: name || t("member.before") }, ...others] : others;
        const pick = (person: string): void => { const said = choices.find(({ value }) => value === person)?.label ?? ""; nameIt(said); onPick(person, said); };
        return choices.length > 0 ? <Picker label={label ?? t("member.who")} value={chosen} choices={choices} onPick={pick} /> : sought ? <Empty>{t("member.none")}</Empty> : null;
      }}</State>
    </div>
  );
};
