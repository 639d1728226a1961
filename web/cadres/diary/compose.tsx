import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Button } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { at, go, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { lineOf, linkIn } from "./entry.ts";
import type { OwnEntry } from "./entry.ts";

const DIARY = "cadres/diary";
interface Written extends Record<string, unknown> { readonly day: string; readonly title: string; readonly words: string; readonly about: string; readonly publish: boolean }
const wrong = (field: string, title: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title });

/** What the server takes, from what the form holds. A voice counts as words. */
const saidIn = ({ title, words, about }: Pick<Written, "title" | "words" | "about">, media: OwnEntry["media"]) => {
  if (!words && !media.some(({ kind }) => kind === "voice")) throw wrong("words", t("words.needed"));
  const link = about ? linkIn(about) : null;
  if (about && !link) throw wrong("about", t("links.wrong"));
  return { title, words, media: [...media], links: link ? [link] : [] };
};

const Writing = ({ before }: { before?: OwnEntry }) => {
  const [kept, keep] = useState(before?.media ?? []);
  const correcting = before !== undefined && before.state !== "draft";
  const route = !before ? "write" : correcting ? "correct" : "edit";
  const start: Written = { day: before?.day ?? dayOf(Date.now()), title: before?.title ?? "", words: before?.words ?? "", about: before?.links[0] ?? here().query.get("about") ?? "", publish: true };
  const form = useForm<Written>(DIARY, route, {
    start, draft: before?.id ?? "", ...(before ? { version: before.version } : {}),
    send: async (values, version) => {
      const said = saidIn({ title: values.title ?? "", words: values.words ?? "", about: values.about ?? "" }, [...kept, ...refsOf(form.taken)]);
      const body = { ...said, day: values.day, publish: values.publish };
      const extras = { title: lineOf(said), media: form.taken, audience: "public" as const };
      const saved = !before ? await sendNow(DIARY, "write", { body }, extras)
        : correcting ? await sendNow(DIARY, "correct", { params: { id: before.id }, body: said, ifMatch: version ?? before.version }, extras)
        : await sendNow(DIARY, "edit", { params: { id: before.id }, body, ifMatch: version ?? before.version }, extras);
      // Without an answer it waits on this phone, and the list says so.
      go(saved ? at(DIARY, saved.id) : at(DIARY), true);
    },
  });
  return (
    <>
      <h1>{t(correcting ? "step.correct" : "new")}</h1>
      {correcting ? <p class="hush">{t("correct.note")}</p> : null}
      <Form form={form} submit={t(correcting ? "step.correct" : form.values.publish ? "send" : "save")}>
        {correcting ? null : <Field form={form} name="day" kind="date" label={t("day")} />}
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        {kept.length > 0 ? <><MediaStrip media={kept} audience="public" /><Button onPress={() => keep([])}>{t("media.drop")}</Button></> : null}
        {kept.some(({ kind }) => kind === "voice") ? null : <VoiceField value={form.taken} onChange={form.take} />}
        <PhotoField value={form.taken} onChange={form.take} max={9 - kept.length} />
        <Field form={form} name="title" label={t("name")} />
        <Field form={form} name="about" label={t("links")} hint={t("links.hint")} />
        {correcting ? null : <Field form={form} name="publish" kind="tick" label={t("send.now")} />}
      </Form>
    </>
  );
};

/** A new entry, a draft changed, or a published one corrected. */
export const Compose = ({ id }: { id?: string }) => {
  const before = useLoad(async () => (id ? call(DIARY, "own", { params: { id } }) : null), [id]);
  return <State of={before}>{(entry) => <Writing key={entry?.version ?? 0} {...(entry ? { before: entry } : {})} />}</State>;
};
