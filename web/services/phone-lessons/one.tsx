import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, SKILLS, standing, whoLearns, type Lesson } from "./lesson.ts";

interface Of { readonly lesson: Lesson; readonly onDone: () => void }

/** The learner's yes, on their own page or at the door. */
const Consent = ({ lesson, onDone }: Of) => {
  const params = { id: lesson.id };
  const { act, said } = useAct(onDone);
  const form = useForm(FEATURE, "consent", { start: { witness: "" }, draft: lesson.id, send: async (body) => { await call(FEATURE, "consent", { params, body }); onDone(); } });
  if (lesson.as === "learner") return <Card tone="careful"><p>{t("consent.ask")}</p>{said}<Button kind="primary" icon="done" onPress={act(() => call(FEATURE, "consent", { params, body: {} }))}>{t("consent.yes")}</Button></Card>;
  return <><p class="card careful">{t("consent.none")}</p>{lesson.as === "keeper" || lesson.as === "asker" ? <Form form={form} submit={t("consent.door")}><Field form={form} name="witness" label={t("witness")} /></Form> : null}</>;
};

/** What is learnt is ticked, one thing after the other. */
const Teach = ({ lesson, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  const params = { id: lesson.id };
  const [now, tick] = useState<readonly (typeof SKILLS)[number][]>([]);
  const learnt = (skill: string) => lesson.skills.find((each) => each.skill === skill);
  return (
    <>
      <fieldset class="picker"><legend>{t("skills")}</legend>{SKILLS.map((skill) => {
        const before = learnt(skill);
        return <label class="choice" key={skill}><input type="checkbox" disabled={before !== undefined} checked={before !== undefined || now.includes(skill)} onChange={(event) => tick(event.currentTarget.checked ? [...now, skill] : now.filter((each) => each !== skill))} /><span>{t(`skill.${skill}`)}{before ? <small>{t("skill.done")} · {day(before.at)}</small> : null}</span></label>;
      })}</fieldset>
      {said}
      <Button kind="primary" icon="done" disabled={now.length === 0} onPress={act(() => call(FEATURE, "teach", { params, body: { skills: [...now] } }))}>{t("teach")}</Button>
      <Button onPress={act(() => call(FEATURE, "let-go", { params }))}>{t("step.let-go")}</Button>
    </>
  );
};

const Assign = ({ lesson, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  return <Section title={t("assign.who")}>{said}<List empty={t("assign.none")} load={(cursor) => call(FEATURE, "volunteers", { query: cursor ? { cursor } : {} })} item={(each) => <Button key={each.person} onPress={act(() => call(FEATURE, "assign", { params: { id: lesson.id }, body: { person: each.person } }))}>{each.name}</Button>} /></Section>;
};
const Steps = ({ lesson, onDone }: Of) => {
  const { act, said } = useAct(onDone);
  const params = { id: lesson.id };
  const open = lesson.state === "asked" || lesson.state === "waiting";
  const over = lesson.state === "able" || lesson.state === "ended";
  return (
    <>
      {said}
      {open && lesson.as !== "learner" ? <Button kind="primary" icon="heart" onPress={act(() => call(FEATURE, "take", { params }))}>{t("step.take")}</Button> : null}
      {lesson.state === "taught" && ["volunteer", "learner"].includes(lesson.as) ? <Button onPress={act(() => call(FEATURE, "able", { params }))}>{t("step.able")}</Button> : null}
      {!over && ["learner", "asker", "keeper"].includes(lesson.as) ? <Confirm kind="plain" label={t("step.end")} question={t("step.end")} onYes={act(() => call(FEATURE, "end", { params }))} /> : null}
    </>
  );
};

/** One lesson: who learns, who teaches, what is learnt. */
export const OnePage = ({ id }: { id: string }) => {
  const one = useLoad(() => call(FEATURE, "one", { params: { id } }), [id]);
  return (
    <>
      <State of={one}>{(lesson) => {
        const teaching = lesson.as === "volunteer" && (lesson.state === "matched" || lesson.state === "taught");
        return (
          <>
            <h1>{whoLearns(lesson)}</h1>
            <Card><p role="status">{standing(lesson)}</p>{lesson.house ? <p>{t("house", { no: lesson.house })}</p> : null}{lesson.wish ? <p>{lesson.wish}</p> : null}<MediaStrip media={lesson.media} /></Card>
            {lesson.consent || lesson.as === "neither" ? null : <Consent lesson={lesson} onDone={one.reload} />}
            {teaching ? <Teach key={lesson.skills.length} lesson={lesson} onDone={one.reload} /> : null}
            {lesson.as === "keeper" && (lesson.state === "waiting" || lesson.state === "asked") ? <Assign lesson={lesson} onDone={one.reload} /> : null}
            <Steps lesson={lesson} onDone={one.reload} />
          </>
        );
      }}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
