import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { AskWhy, WhyFields } from "../../core/form/look-why.tsx";
import type { Purpose } from "../../core/form/look-why.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { ChangeForm } from "./change-form.tsx";
import { houseWords } from "./household.ts";
import type { Whole } from "./household.ts";
import { Sleepers } from "./sleepers.tsx";

const FEATURE = "affairs/households";

/** The second key: what care is needed, for a purpose of its own. */
const Closer = ({ id, onOpen }: { id: string; onOpen: (house: Whole) => void }) => {
  const [asked, ask] = useState(false);
  const form = useForm(FEATURE, "lookCloser", {
    start: { purpose: "care" as Purpose, note: "" }, draft: id,
    send: async ({ purpose, note }) => onOpen(await call(FEATURE, "lookCloser", { params: { id }, body: { purpose, note } })),
  });
  return (
    <Card tone="careful"><p>{t("look.hidden")}</p>
      {asked ? <><p>{t("look.closer.note")}</p><Form form={form} submit={t("look.closer")}>
        <WhyFields form={form} words="look.words.closer" /></Form></> : <Button icon="eye" onPress={() => ask(true)}>{t("look.closer")}</Button>}
    </Card>
  );
};
/** Nobody is left: the household ends. */
const EndForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "end", { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, "end", { params: { id }, body }); onDone(); } });
  return <Section title={t("end.house")}><Form form={form} submit={t("end.house")} danger><Field form={form} name="reason" label={t("end.ask")} /></Form></Section>;
};

const Opened = ({ house, onOpen }: { house: Whole; onOpen: (house: Whole) => void }) => {
  const [said, say] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const empty = (): Promise<void> => call(FEATURE, "foundEmpty", { params: { id: house.id } }).then(() => say(t("empty.done")), (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{houseWords(house)}</h1>
      {house.hazards.length > 0 ? <Card title={t("hazards")}><p>{house.hazards.map((code) => t(`hazard.${code}`)).join("、")}</p></Card> : null}
      {house.sensitive ? null : <Closer id={house.id} onOpen={onOpen} />}
      {house.people.length === 0 ? <EndForm id={house.id} onDone={() => say(t("end.done"))} /> : null}
      <Sleepers key={String(house.sensitive)} people={house.people} onSave={(people) => call(FEATURE, "sleepingFor", { params: { id: house.id }, body: { people } })} />
      {problem ? <ProblemLine problem={problem} /> : null}
      {said ? <p class="calm good" role="status">{said}</p> : <Confirm kind="plain" label={t("empty.mark")} question={t("empty.ask")} onYes={empty} />}
      <Line href={at("alerts/contacts", house.id)} icon="phone" note={t("phones.note")}>{t("phones")}</Line>
      <Line href={at("platform/sign-in/cards", house.id)} icon="me" note={t("cards.note")}>{t("cards")}</Line>
      <div class="sheet">{house.people.map((each) => <Line key={each.person} href={at("circle/members", "people", each.person)} icon="me">{each.name}</Line>)}</div>
      <Section title={t("for.correct")}>
        <ChangeForm house={house} route="proposeFor" whyLabel={t("for.why")} onSend={async (change, why) => { await call(FEATURE, "proposeFor", { params: { id: house.id }, body: { change, why } }); say(t("correct.sent")); }} />
      </Section>
      <LinkButton href={at(FEATURE, "all")}>{t("desk.back")}</LinkButton>
    </>
  );
};

/** A household's record as an office opens it: only for a purpose, and the household sees it. */
export const LookAt = ({ id }: { id: string }) => {
  const [house, open] = useState<Whole | undefined>();
  return house ? <Opened house={house} onOpen={open} /> : <AskWhy feature={FEATURE} id={id} look={async (body) => open(await call(FEATURE, "look", { params: { id }, body }))} />;
};
