import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { LETTERS } from "./letter.ts";
import type { Letter } from "./letter.ts";

/** An answer, written or spoken; who left no name is answered in writing, and the township has no phone of the village. */
export const AnswerForm = ({ letter, step, onDone }: { letter: Letter; step: "reply" | "respond" | "answer"; onDone: () => void }) => {
  const speaks = letter.from !== null && step !== "answer";
  const form = useForm(LETTERS, step, {
    start: { words: "" }, draft: letter.id,
    send: async ({ words }) => {
      const voice = speaks ? form.taken[0]?.id : undefined;
      if (!words && !voice) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      await sendNow(LETTERS, step, { params: { id: letter.id }, body: { ...(words ? { words } : {}), ...(voice ? { voice } : {}) } }, { title: t("reply.kept"), media: form.taken, audience: "mine" });
      onDone();
    },
  });
  return <Form form={form} submit={t("reply.send")}><Field form={form} name="words" kind="long" label={t("reply.words")} />{speaks ? <VoiceField value={form.taken} onChange={form.take} label={t("reply.speak")} /> : null}</Form>;
};

/** To whom the secretary hands a letter. */
export const AssignForm = ({ letter, onDone }: { letter: Letter; onDone: () => void }) => {
  const cadres = useLoad(() => call(LETTERS, "cadres", {}));
  const form = useForm(LETTERS, "assign", { start: { to: "" }, draft: letter.id, send: async (body) => { await call(LETTERS, "assign", { params: { id: letter.id }, body }); onDone(); } });
  return (
    <State of={cadres}>{({ items }) => (
      <Form form={form} submit={t("assign.send")}>
        <Picker label={t("assign.to")} value={form.values.to} choices={items.filter(({ office }) => office !== "secretary").map(({ person, name }) => ({ value: person, label: name }))} onPick={(to) => form.set("to", to)} />
        {form.wrong["to"] ? <p class="wrong">{form.wrong["to"]}</p> : null}
      </Form>
    )}</State>
  );
};

/** What the public reads, with other people's names taken out by hand. */
export const PublishForm = ({ letter, onDone }: { letter: Letter; onDone: () => void }) => {
  const form = useForm(LETTERS, "publish", { start: { words: letter.words }, draft: letter.id, send: async (body) => { await call(LETTERS, "publish", { params: { id: letter.id }, body }); onDone(); } });
  return <Form form={form} submit={t("publish.send")}><Field form={form} name="words" kind="long" label={t("publish.words")} /></Form>;
};
