import { useId, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { useAct } from "../../core/parts/act.tsx";
import { FEATURE, houseWords } from "./care.ts";

type Candidate = Answer<typeof FEATURE, "people">["items"][number];
interface Props { readonly household: string; readonly instead: string | undefined; readonly onDone: () => void }

const One = ({ who, household, instead, onDone }: Props & { who: Candidate }) => {
  const { act, said } = useAct(onDone);
  return (
    <div class="card">
      <p>{t("ask.person", { name: who.name, house: houseWords(who) })}{who.helps > 0 ? <small> {t("ask.helps", { n: who.helps })}</small> : null}</p>
      {said}
      <Button icon="heart" onPress={act(() => call(FEATURE, "ask", { params: { household }, body: { person: who.person, ...(instead ? { instead } : {}) } }))}>{t("ask.press", { name: who.name })}</Button>
    </div>
  );
};

const ByName = (props: Props) => {
  const id = useId();
  const [name, type] = useState("");
  const [found, find] = useState<readonly Candidate[] | undefined>();
  const { act, said } = useAct(() => undefined);
  return (
    <>
      <div class="field"><label for={id}>{t("ask.name")}</label><small id={`${id}-hint`}>{t("ask.name.hint")}</small>
        <input class="input" id={id} type="search" maxLength={40} value={name} aria-describedby={`${id}-hint`} onInput={(event) => type(event.currentTarget.value)} /></div>
      <Button icon="search" disabled={name.trim() === ""} onPress={act(async () => find((await call(FEATURE, "people", { query: { name: name.trim() } })).items))}>{t("ask.find")}</Button>
      {said}
      {found?.length === 0 ? <p class="hush" role="status">{t("ask.nobody")}</p> : found?.map((who) => <One key={who.person} who={who} {...props} />)}
    </>
  );
};

/** Neighbours who could come, nearest door first; or anybody by name. */
export const AskPart = (props: Props) => {
  const near = useLoad(() => call(FEATURE, "candidates", { params: { household: props.household } }), [props.household, props.instead]);
  return (
    <>
      <State of={near}>{({ items }) => (items.length === 0 ? <p class="hush">{t("ask.none")}</p> : <><h3>{t("ask.near")}</h3>{items.slice(0, 4).map((who) => <One key={who.person} who={who} {...props} />)}</>)}</State>
      <ByName {...props} />
    </>
  );
};
