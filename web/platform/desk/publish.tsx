import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const DIARY = "cadres/diary";
type Entry = Answer<typeof DIARY, "write">;
interface Made { readonly entry: Entry; readonly group: string }

/** All of it is made of the one entry: corrected there, it is corrected everywhere. */
const Results = ({ made: { entry, group }, again }: { made: Made; again: () => void }) => (
  <>
    <p class="card good" role="status">{t("publish.done")}</p>
    <Card title={entry.title}>{entry.words ? <p>{entry.words}</p> : null}<MediaStrip media={entry.media} audience="public" /><div class="row">{group ? <CopyButton text={() => group} label={t("publish.group")} /> : null}<LinkButton href={at(DIARY, entry.id)} icon="print">{t("publish.sheet")}</LinkButton><LinkButton href={at(DIARY, entry.id, "edit")} icon="tool">{t("publish.correct")}</LinkButton></div></Card>
    {entry.readAloud ? <Card title={t("publish.speaker")}><p>{entry.readAloud}</p><div class="row"><ReadAloud text={entry.readAloud} /><CopyButton text={() => entry.readAloud} label={t("publish.speaker.copy")} /></div></Card> : null}
    <div class="row"><Button onPress={again}>{t("publish.again")}</Button><LinkButton href={at("platform/desk")} kind="primary">{t("back")}</LinkButton></div>
  </>
);

/** Said once: the diary, the group's text, the sheet for the wall and the words for the loudspeaker. */
export const Publish = () => {
  const [made, show] = useState<Made | null>(null);
  const form = useForm(DIARY, "write", {
    start: { title: "", words: "" }, draft: "once",
    send: async ({ title = "", words = "" }) => {
      const media = refsOf(form.taken);
      if (!words && !media.some(({ kind }) => kind === "voice")) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("publish.text.needed") });
      const entry = await sendNow(DIARY, "write", { body: { day: dayOf(Date.now()), title, words, media, publish: true } }, { title: title || t("publish"), media: form.taken, audience: "public" });
      // Without an answer it waits on this phone; the diary's own page says so and sends it.
      if (!entry) { go(at(DIARY)); return; }
      show({ entry, group: await call(DIARY, "groupText", { params: { id: entry.id } }).catch(() => "") });
    },
  });
  return (
    <>
      <h1>{t("publish")}</h1>
      {made ? <Results made={made} again={() => show(null)} /> : (
        <>
          <p class="hush">{t("publish.note")}</p>
          <Form form={form} submit={t("publish.send")}>
            <Field form={form} name="title" label={t("publish.name")} />
            <Field form={form} name="words" kind="long" label={t("publish.text")} hint={t("publish.text.hint")} />
            <VoiceField value={form.taken} onChange={form.take} />
            <PhotoField value={form.taken} onChange={form.take} />
          </Form>
        </>
      )}
    </>
  );
};
