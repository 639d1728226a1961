import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";
import type { Greeting, OwnGreeting } from "./greeting.ts";

/** One line back to a guest, where the greeting stands. */
export const AnswerForm = ({ greeting, onDone }: { greeting: Greeting; onDone: (next: OwnGreeting) => void }) => {
  const form = useForm("circle/guestbook", "answer", {
    start: { words: "" }, draft: greeting.id,
    send: async (body) => onDone(await call("circle/guestbook", "answer", { params: { id: greeting.id }, body })),
  });
  return <Form form={form} submit={t("answer.send")}><Field form={form} name="words" kind="long" label={t("answer.words")} /></Form>;
};
