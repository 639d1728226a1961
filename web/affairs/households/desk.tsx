import { useId, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { changeWords, CHECKS, houseWords, stateOf } from "./household.ts";
import type { Correction } from "./household.ts";

const FEATURE = "affairs/households";
const OPEN = ["proposed", "overdue", "checked"];

/** Every household of the office's own part of the village, as a walk from door to door; found by number, name and group. */
export const AllHouses = () => {
  const [typed, type] = useState({ q: "", group: "" });
  const [sought, seek] = useState(typed);
  const id = useId();
  const narrow = sought.q || sought.group;
  return (
    <>
      <h1>{t("desk.all")}</h1>
      <form class="form" role="search" onSubmit={(event) => { event.preventDefault(); seek({ q: typed.q.trim(), group: typed.group.trim() }); }}>
        <div class="field"><label for={`${id}-q`}>{t("list.search")}</label><input class="input" id={`${id}-q`} type="search" maxLength={40} value={typed.q} onInput={(event) => type({ ...typed, q: event.currentTarget.value })} /></div>
        <div class="field"><label for={`${id}-group`}>{t("list.group")}</label><input class="input" id={`${id}-group`} maxLength={20} value={typed.group} onInput={(event) => type({ ...typed, group: event.currentTarget.value })} /></div>
        <Button type="submit">{t("list.seek")}</Button>
      </form>
      <List load={(cursor) => call(FEATURE, "list", { query: { limit: 50, ...(cursor ? { cursor } : {}), ...(sought.q ? { q: sought.q } : {}), ...(sought.group ? { group: sought.group } : {}) } })} when={[sought]} empty={t(narrow ? "list.nothing" : "list.none")}
        item={(house) => <Line href={at(FEATURE, house.id)} icon="house" note={<>{house.names.join("、")}<br />{[t("list.note", { people: house.people, sleeping: house.sleeping }), ...(house.vulnerable > 0 ? [t("list.care", { n: house.vulnerable })] : []), ...house.hazards.map((code) => t(`hazard.${code}`)), ...(house.emptyChecked ? [t("empty", { date: day(house.emptyChecked) })] : [])].join(" · ")}</>}>{houseWords(house)}</Line>} />
      <LinkButton href={at(FEATURE, "corrections")}>{t("desk.corrections")}</LinkButton>
    </>
  );
};

const RefuseForm = ({ id, onDone }: { id: string; onDone: (next: Correction) => void }) => {
  const form = useForm(FEATURE, "refuse", { start: { reason: "" }, draft: id, send: async (body) => onDone(await call(FEATURE, "refuse", { params: { id }, body })) });
  return <Form form={form} submit={t("refuse")}><Field form={form} name="reason" label={t("refuse.why")} /></Form>;
};
const CorrectionCard = ({ correction: given }: { correction: Correction }) => {
  const [correction, set] = useState(given);
  const [doing, begin] = useState<"" | "check" | "refuse">("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const accept = (): Promise<void> => call(FEATURE, "accept", { params: { id: correction.id } }).then(set, (thrown: unknown) => setProblem(problemOf(thrown)));
  const check = (by: string): Promise<void> => call(FEATURE, "check", { params: { id: correction.id }, body: { by: by as (typeof CHECKS)[number] } }).then((next) => { set(next); begin(""); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const open = OPEN.includes(correction.state);
  return (
    <article class="card">
      <p><b>{houseWords(correction)}</b> <small>{when(correction.history[0]?.at ?? Date.now())}</small></p>
      <p>{changeWords(correction.change)}</p>
      {correction.why ? <p>{correction.why}</p> : null}
      {open ? <p><a class="call" href={at(FEATURE, correction.household)}>{t("look.title")}</a></p> : null}
      <p role="status"><small>{stateOf(correction)}</small></p>
      {problem ? <ProblemLine problem={problem} /> : null}
      {!open ? null : doing === "refuse" ? <RefuseForm id={correction.id} onDone={set} />
        : doing === "check" ? <Picker label={t("check.how")} value={correction.checkedBy ?? ""} choices={CHECKS.map((value) => ({ value, label: t(`checked.${value}`) }))} onPick={(by) => void check(by)} />
          : <div class="row"><Button icon="done" onPress={accept}>{t("accept")}</Button>{correction.state === "checked" ? null : <Button onPress={() => begin("check")}>{t("check")}</Button>}<Button onPress={() => begin("refuse")}>{t("refuse")}</Button></div>}
    </article>
  );
};
/** What households asked to be put right: changed with one press, or refused with a sentence. */
export const Corrections = () => (
  <>
    <h1>{t("desk.corrections")}</h1>
    <Section title={t("corrections")}>
      <List load={(cursor) => call(FEATURE, "corrections", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("corrections.none")} item={(each) => <CorrectionCard key={each.id} correction={each} />} />
    </Section>
    <LinkButton href={at(FEATURE, "all")}>{t("desk.back")}</LinkButton>
  </>
);
