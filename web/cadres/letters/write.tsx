import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { LETTERS } from "./letter.ts";
import type { Receipt } from "./letter.ts";
import { Sent } from "./sent.tsx";

const CATEGORIES = ["request", "question", "complaint", "advice", "thanks"] as const;
const PRIVACIES = ["public", "secretary", "anonymous"] as const;
interface Written extends Record<string, unknown> { readonly category: (typeof CATEGORIES)[number]; readonly words: string; readonly urgent: boolean; readonly privacy: (typeof PRIVACIES)[number]; readonly about: readonly string[] }
const START: Written = { category: "request", words: "", urgent: false, privacy: "secretary", about: [] };

/** A letter: what it is, said or written, who may read it, and whether it is about somebody. */
export const Write = () => {
  const [receipt, sent] = useState<Receipt | undefined>();
  const cadres = useLoad(() => call(LETTERS, "cadres", { quiet: true }));
  const form = useForm(LETTERS, "send", {
    start: START, labels: { category: t("category"), privacy: t("privacy"), about: t("about"), urgent: t("urgent") },
    send: async ({ category, words, urgent, privacy, about }) => {
      if (!words && !form.taken.some(({ kind }) => kind === "voice")) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      const body = { category, privacy, urgent, about: [...about], ...(words ? { words } : {}), media: privacy === "anonymous" ? [] : refsOf(form.taken) };
      // A ticket is seen once: a letter without a name is sent while its writer looks on, or not at all.
      const answer = privacy === "anonymous" ? await call(LETTERS, "send", { body }) : await sendNow(LETTERS, "send", { body }, { title: t("sent.kept"), media: form.taken, audience: "mine" });
      if (answer) sent(answer); else go(at(LETTERS), true);
    },
  });
  if (receipt) return <Sent receipt={receipt} />;
  const { category, urgent, privacy, about } = form.values;
  const people = cadres.data?.items ?? [];
  return (
    <>
      <h1>{t("write.title")}</h1>
      <Form form={form} submit={t("send")}>
        <Picker label={t("category")} value={category} choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))} onPick={(value) => form.set("category", value)} />
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        {privacy === "anonymous" ? null : <VoiceField value={form.taken} onChange={form.take} label={t("speak")} />}
        {privacy === "anonymous" ? null : <PhotoField value={form.taken} onChange={form.take} max={3} />}
        <Picker label={t("privacy")} value={privacy} choices={PRIVACIES.map((value) => ({ value, label: t(`privacy.${value}`), note: t(`privacy.${value}.note`) }))} onPick={(value) => form.set("privacy", value)} />
        <Picker label={t("urgent")} value={urgent ? "yes" : "no"} choices={["no", "yes"].map((value) => ({ value, label: t(`urgent.${value}`) }))} onPick={(value) => form.set("urgent", value === "yes")} />
        {people.length > 0 ? <Picker label={t("about")} hint={t("about.note")} value={about[0] ?? ""} choices={[{ value: "", label: t("about.none") }, ...people.map(({ person, name }) => ({ value: person, label: name }))]} onPick={(value) => form.set("about", value ? [value] : [])} /> : null}
      </Form>
    </>
  );
};
