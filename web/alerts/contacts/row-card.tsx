import { useId, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { spaced } from "./book.ts";
import type { Row } from "./book.ts";

export interface Person { readonly person: string; readonly name: string }
interface Props { readonly row: Row; readonly place: number; readonly people: readonly Person[]; readonly wrong?: string | undefined; readonly own: boolean; readonly onChange: (row: Row) => void; readonly onUp: () => void; readonly onRemove: () => void }

const Tick = ({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) => (
  <label class="choice"><input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} /><span>{label}</span></label>
);

/** One line while it is changed: number, whose, language, whether a text helps. */
const Editing = ({ row, people, wrong, onChange }: Pick<Props, "row" | "people" | "wrong" | "onChange">) => {
  const id = useId();
  return (
    <div class="form">
      <div class="field"><label for={id}>{t("phone")}</label><small id={`${id}-hint`}>{t("phone.hint")}</small>
        <input class="input" id={id} type="tel" autocomplete="tel" value={row.phone} aria-invalid={wrong ? "true" : undefined} aria-describedby={`${id}-hint${wrong ? ` ${id}-wrong` : ""}`} onInput={(event) => onChange({ ...row, phone: event.currentTarget.value })} />
        {wrong ? <p class="wrong" id={`${id}-wrong`}>{wrong}</p> : null}</div>
      <Picker label={t("person")} value={row.person} choices={people.map(({ person, name }) => ({ value: person, label: name }))} onPick={(person) => onChange({ ...row, person })} />
      <Picker label={t("language")} value={row.language} choices={(["zh", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))} onPick={(language) => onChange({ ...row, language: language as Row["language"] })} />
      <div class="picker"><Tick label={t("canRead")} checked={row.canRead} onChange={(canRead) => onChange({ ...row, canRead })} /><Tick label={t("hearsBadly")} checked={row.hearsBadly} onChange={(hearsBadly) => onChange({ ...row, hearsBadly })} /></div>
    </div>
  );
};

/** "Send less" and back: said in the words of the answer. */
const Stop = ({ row }: { row: Row }) => {
  const [stopped, set] = useState(row.kept?.stopped ?? false);
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const press = (): Promise<void> => call("alerts/contacts", "stop", { body: { phone: row.phone, stopped: !stopped } }).then((answer) => { set(answer.stopped); say(answer.said); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return <>{said ? <p class="calm good" role="status">{said}</p> : null}{problem ? <ProblemLine problem={problem} /> : null}<Button onPress={press}>{t(stopped ? "resume" : "stop")}</Button></>;
};

/** A number of the household in its turn. */
export const RowCard = ({ row, place, people, wrong, own, onChange, onUp, onRemove }: Props) => {
  const [open, show] = useState(!row.kept);
  const name = people.find(({ person }) => person === row.person)?.name ?? row.kept?.name ?? "";
  const kept = row.kept;
  const marks = [t(`language.${row.language}`), ...(row.canRead ? [] : [t("cannotRead")]), ...(row.hearsBadly ? [t("hearsBadly")] : []), ...(kept?.lastSuccess ? [t("last", { date: day(kept.lastSuccess) })] : [])];
  return (
    <article class={`card ${kept?.dead ? "careful" : ""}`}>
      <p><small>{t("turn", { n: place + 1 })}</small> <b>{name}</b></p>
      {open || wrong ? <Editing row={row} people={people} wrong={wrong} onChange={onChange} /> : <><p>{spaced(row.phone)}</p><p><small>{marks.join(" · ")}</small></p></>}
      {kept?.dead ? <p class="wrong">{t("dead")}</p> : null}
      {kept?.stopped ? <p class="overdue">{t("stopped")}</p> : null}
      {kept?.lookedAt ? <p>{t("lookedAt")}</p> : null}
      <div class="row">
        <Button onPress={() => show(!open)}>{t(open ? "close" : "edit")}</Button>
        {place > 0 ? <Button onPress={onUp}>{t("up")}</Button> : null}
        {kept ? <Confirm kind="plain" label={t("remove")} question={t("remove.ask")} onYes={onRemove} /> : <Button onPress={onRemove}>{t("remove")}</Button>}
      </div>
      {own && kept ? <Stop row={row} /> : null}
    </article>
  );
};
