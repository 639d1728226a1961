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
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { Post } from "./post.ts";

const POSTS = "circle/posts";

const Writing = ({ before }: { before?: Post }) => {
  const [kept, keep] = useState(before?.media ?? []);
  const form = useForm(POSTS, before ? "edit" : "write", {
    start: { words: before?.words ?? "", audience: before?.audience ?? ("village" as Post["audience"]) }, draft: before?.id ?? "", ...(before ? { version: before.version } : {}),
    send: async ({ words = "", audience }, version) => {
      const media = [...kept, ...refsOf(form.taken)];
      if (!words && media.length === 0) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("nothing") });
      const extras = { title: words || t("kept"), media: form.taken, audience };
      const saved = before ? await sendNow(POSTS, "edit", { params: { id: before.id }, body: { words, media }, ifMatch: version ?? before.version }, extras) : await sendNow(POSTS, "write", { body: { words, media, audience } }, extras);
      // Without an answer it waits on this phone, and the list says so.
      go(saved ? at(POSTS, saved.id) : at(POSTS), true);
    },
  });
  return (
    <>
      <h1>{t(before ? "edit" : "new")}</h1>
      <Form form={form} submit={t(before ? "save" : "send")}>
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        {kept.length > 0 ? <><MediaStrip media={kept} audience={before!.audience} /><Button onPress={() => keep([])}>{t("media.drop")}</Button></> : null}
        <PhotoField value={form.taken} onChange={form.take} max={9 - kept.filter(({ kind }) => kind === "photo").length} />
        {kept.some(({ kind }) => kind === "voice") ? null : <VoiceField value={form.taken} onChange={form.take} />}
        {before ? null : <Picker label={t("audience")} value={form.values.audience} choices={(["village", "public"] as const).map((value) => ({ value, label: t(`audience.${value}`) }))} onPick={(value) => form.set("audience", value)} />}
      </Form>
    </>
  );
};

/** A new post, or one's own changed. */
export const Compose = ({ id }: { id?: string }) => {
  const before = useLoad(async () => (id ? call(POSTS, "one", { params: { id } }) : null), [id]);
  return <State of={before}>{(post) => <Writing key={post?.version ?? 0} {...(post ? { before: post } : {})} />}</State>;
};
