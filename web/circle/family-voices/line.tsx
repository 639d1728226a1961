import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "circle/family-voices";
type Own = Answer<typeof FEATURE, "mine">["items"][number];
const namesOf = ({ child, parent }: Own) => ({ child, parent });
type Said = Answer<typeof FEATURE, "notes">["items"][number];

const Speak = ({ line, onDone }: { line: Own; onDone: () => void }) => {
  const form = useForm(FEATURE, "leave", {
    start: { words: "" }, draft: line.id,
    send: async ({ words }) => {
      const media = refsOf(form.taken);
      if (!words && media.length === 0) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      await sendNow(FEATURE, "leave", { params: { id: line.id }, body: { ...(words ? { words } : {}), media } }, { title: t("kept"), media: form.taken, audience: "mine" });
      onDone();
    },
  });
  return <Form form={form} submit={t("send")}><VoiceField value={form.taken} onChange={form.take} label={t(`leave.${line.as}`, namesOf(line))} /><Field form={form} name="words" kind="long" label={t("words")} /></Form>;
};

const One = ({ line, note }: { line: Own; note: Said }) => {
  const [heard, set] = useState(note.heard);
  const { act, said } = useAct(() => set(true));
  return (
    <article class="card">
      <p class="meta">{t(`from.${note.from}`, namesOf(line))} · {when(note.at)}{heard ? <> <Badge tone="good">{t("heard")}</Badge></> : null}</p>
      <MediaStrip media={note.media} audience="mine" />
      {note.words ? <p>{note.words}</p> : null}
      {said}
      {heard || note.from === line.as ? null : <Button icon="done" onPress={act(() => call(FEATURE, "heard", { params: { id: line.id, note: note.id } }))}>{line.as === "child" ? t("hear") : t("hear.parent")}</Button>}
    </article>
  );
};
const Close = ({ id }: { id: string }) => {
  const { act, said } = useAct(() => go(at(FEATURE)));
  return <>{said}<Confirm label={t("end")} question={t("end.ask")} onYes={act(() => call(FEATURE, "end", { params: { id } }))} /></>;
};

/** What both said, the newest first, and a voice to answer with. */
export const LinePage = ({ id }: { id: string }) => {
  const [sent, again] = useState(0);
  const line = useLoad(async () => (await call(FEATURE, "mine", { query: { limit: 100 } })).items.find((each) => each.id === id) ?? null, [id]);
  return (
    <>
      <State of={line}>{(own) => (own ? (
        <>
          <h1>{t(`line.${own.as}`, namesOf(own))}</h1>
          <Speak key={sent} line={own} onDone={() => again(sent + 1)} />
          <Section title={t("title")}><List when={[sent]} empty={t("notes.empty")} load={(cursor) => call(FEATURE, "notes", { params: { id }, query: cursor ? { cursor } : {} })} item={(note) => <One key={note.id} line={own} note={note} />} /></Section>
          <Close id={id} />
        </>
      ) : <><h1>{t("title")}</h1><p class="hush">{t("none")}</p></>)}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
