import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";
import type { Holder, Post } from "./post.ts";

/** Ending somebody's post, with the reason. */
export const EndForm = ({ post, holder, onDone }: { post: Post; holder: Holder; onDone: () => void }) => {
  const [open, show] = useState(false);
  const form = useForm("platform/offices", "end", {
    start: { person: holder.person, reason: "" }, draft: `${post.office}:${holder.person}`,
    send: async ({ reason }) => { await call("platform/offices", "end", { params: { office: post.office }, body: { person: holder.person, reason } }); onDone(); },
  });
  if (!open) return <Button onPress={() => show(true)}>{t("end.ask", { name: holder.name })}</Button>;
  return <Form form={form} submit={t("end")} danger><Field form={form} name="reason" label={t("end.reason")} /></Form>;
};
