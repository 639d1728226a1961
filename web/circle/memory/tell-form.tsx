import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { t } from "../../core/words.ts";
import type { Memory } from "./memory.ts";

/** Who or what it is, written or spoken. */
export const TellForm = ({ memory, onDone }: { memory: Memory; onDone: () => void }) => {
  const form = useForm("circle/memory", "describe", {
    start: { words: "" }, draft: memory.id,
    send: async ({ words }) => {
      const voice = form.taken[0]?.id;
      if (!words && !voice) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("words.needed") });
      await sendNow("circle/memory", "describe", { params: { id: memory.id }, body: { ...(words ? { words } : {}), ...(voice ? { voice } : {}) } }, { title: memory.title, media: form.taken, audience: memory.brought });
      onDone();
    },
  });
  return <Form form={form} submit={t("describe.send")}><Field form={form} name="words" kind="long" label={t("describe.words")} /><VoiceField value={form.taken} onChange={form.take} /></Form>;
};
