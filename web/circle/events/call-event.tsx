import { useEffect, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { WhenField } from "../../core/form/when-field.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Picker } from "../../core/parts/picker.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { callsBranch, FEATURE, linesOf, type Happening } from "./happening.ts";

/** What else is at that hour: said while it is written, never forbidden. */
const Clashes = ({ from, to }: { from: string; to: string }) => {
  const [titles, set] = useState("");
  useEffect(() => {
    set("");
    if (!from || !to || from >= to) return;
    call(FEATURE, "clashes", { query: { from, to }, quiet: true }).then(({ items }) => set(items.map(({ title }) => title).join("、")), () => set(""));
  }, [from, to]);
  return titles ? <p class="card careful" role="status">{t("clash", { titles })}</p> : null;
};

/** Calling an event: what, where and when are enough. */
export const CallEvent = () => {
  const form = useForm(FEATURE, "call", {
    start: { title: "", place: "", startsAt: "", endsAt: "", words: "", bring: "", room: "" as unknown, audience: "village" as Happening["audience"] },
    send: async ({ title, place, startsAt, endsAt, words, bring, room, audience }) => {
      const body = { title, place, startsAt, endsAt, media: refsOf(form.taken), needs: linesOf(bring ?? ""), audience, ...(words ? { words } : {}), ...(typeof room === "number" ? { room } : {}) };
      const sent = await sendNow(FEATURE, "call", { body }, { title, media: form.taken });
      go(sent ? at(FEATURE, sent.id) : at(FEATURE), true);
    },
  });
  const { startsAt, endsAt, audience } = form.values;
  return (
    <>
      <h1>{t("new")}</h1>
      <Form form={form} submit={t("send")}>
        <Field form={form} name="title" label={t("name")} hint={t("name.hint")} />
        <Field form={form} name="place" label={t("place")} />
        <WhenField form={form} name="startsAt" label={t("startsAt")} />
        <WhenField form={form} name="endsAt" label={t("endsAt")} />
        <Clashes from={startsAt} to={endsAt} />
        <Field form={form} name="words" kind="long" label={t("words")} />
        <VoiceField value={form.taken} onChange={form.take} />
        <PhotoField value={form.taken} onChange={form.take} max={3} />
        <Field form={form} name="bring" kind="long" label={t("needs")} hint={t("needs.hint")} />
        <Field form={form} name="room" kind="number" label={t("room")} hint={t("room.hint")} />
        {callsBranch() ? <Picker label={t("audience")} value={audience} choices={(["village", "branch"] as const).map((value) => ({ value, label: t(`audience.${value}`) }))} onPick={(value) => form.set("audience", value)} /> : null}
      </Form>
    </>
  );
};
