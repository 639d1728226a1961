import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { t } from "../../core/words.ts";
import { whoGreets } from "./greeting.ts";
import type { Greeting, OwnGreeting } from "./greeting.ts";

/** One line back to a guest, written or spoken, where the greeting stands. Without a network it waits on this phone. */
export const AnswerForm = ({ greeting, onDone }: { greeting: Greeting; onDone: (next: OwnGreeting | undefined) => void }) => {
  const form = useForm("circle/guestbook", "answer", {
    start: { words: "" }, draft: greeting.id,
    send: async ({ words }) => {
      const voice = form.taken[0]?.id;
      if (!words && !voice) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      const body = { ...(words ? { words } : {}), ...(voice ? { voice } : {}) };
      onDone(await sendNow("circle/guestbook", "answer", { params: { id: greeting.id }, body }, { title: t("answer.kept", { who: whoGreets(greeting) }), media: form.taken, audience: "public" }));
    },
  });
  return <Form form={form} submit={t("answer.send")}><Field form={form} name="words" kind="long" label={t("answer.words")} /><VoiceField value={form.taken} onChange={form.take} label={t("answer.speak")} /></Form>;
};
