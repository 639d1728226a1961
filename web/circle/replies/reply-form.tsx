import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { t } from "../../core/words.ts";
import { isVillager, numbered, say } from "./say.ts";
import type { OwnReply, TalkOf } from "./say.ts";

/** A line under a thing, written or spoken; a guest writes, and may leave a name. Without a network it waits on this phone. */
export const ReplyForm = ({ thing, audience, onDone }: { thing: string; audience: TalkOf["audience"]; onDone: (said: OwnReply | undefined) => void }) => {
  const villager = isVillager();
  const form = useForm("circle/replies", "say", {
    start: { words: "", name: "" }, draft: thing,
    send: async ({ words, name }) => {
      const voice = form.taken[0]?.id;
      if (!words && !voice) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      await numbered();
      const body = { ...(words ? { words } : {}), ...(name ? { name } : {}), ...(voice ? { voice } : {}) };
      onDone(await sendNow("circle/replies", "say", { params: { thing }, body }, { title: words || say("kept"), media: form.taken, audience }));
    },
  });
  return (
    <Form form={form} submit={say("send")}>
      <Field form={form} name="words" kind="long" label={say("words")} hint={say("words.hint")} />
      {villager ? <VoiceField value={form.taken} onChange={form.take} label={say("speak")} /> : <Field form={form} name="name" label={say("name")} />}
    </Form>
  );
};
