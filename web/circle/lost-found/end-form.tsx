import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./lost.ts";

/** Ending a search, or not putting one up, needs a reason, which is kept. */
export const EndForm = ({ id, move, onDone }: { id: string; move: "close" | "refuse"; onDone: () => void }) => {
  const form = useForm(FEATURE, move, { start: { reason: "" }, draft: id, send: async (body) => { await call(FEATURE, move, { params: { id }, body }); onDone(); } });
  return <details><summary class="line">{t(`step.${move}`)}</summary><Form form={form} submit={t(`step.${move}`)} danger><Field form={form} name="reason" label={t("reason")} /></Form></details>;
};
