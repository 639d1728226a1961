import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { problemOf, Refused } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { nameOf } from "../../core/names.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { at, go, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const NOTICES = "affairs/notices";
type Notice = Answer<typeof NOTICES, "draft">;
interface Made { readonly notice: Notice; readonly out: boolean; readonly group: string }

const NEEDS_ANOTHER: readonly string[] = ["own-draft", "secretary-approves"];
/** Out at once where one person may; else it waits for another, and the texts are ready meanwhile. */
const sendOut = async (draft: Notice): Promise<Notice> =>
  call(NOTICES, "publish", { params: { id: draft.id }, ifMatch: draft.version }).catch((thrown: unknown) => {
    if (NEEDS_ANOTHER.includes(problemOf(thrown).type)) return draft;
    throw thrown;
  });

const Results = ({ made: { notice, out, group }, again }: { made: Made; again: () => void }) => (
  <>
    <p class={`card ${out ? "good" : "careful"}`} role="status">{t(out ? "publish.done" : "publish.waits")}</p>
    <Card title={notice.title}>{notice.text ? <p>{notice.text}</p> : null}<MediaStrip media={notice.media} audience="public" /><div class="row"><CopyButton text={() => group} label={t("publish.group")} /><LinkButton href={at(NOTICES, notice.id)} icon="print">{t(out ? "publish.sheet" : "publish.see")}</LinkButton></div></Card>
    <Card title={t("publish.speaker")}><p>{notice.readAloud}</p><div class="row"><ReadAloud text={notice.readAloud} /><CopyButton text={() => notice.readAloud} label={t("publish.speaker.copy")} /></div></Card>
    <div class="row"><Button onPress={again}>{t("publish.again")}</Button><LinkButton href={at("platform/desk")} kind="primary">{t("back")}</LinkButton></div>
  </>
);

/** Written once: the notice, the group's text, the sheet for the wall and the words for the loudspeaker. */
export const Publish = () => {
  const [made, show] = useState<Made | null>(null);
  const form = useForm(NOTICES, "draft", {
    start: { title: "", text: "" }, draft: "once",
    send: async ({ title, text }) => {
      const media = refsOf(form.taken);
      if (!text && !media.some(({ kind }) => kind === "voice")) throw new Refused({ type: "wrong-field", status: 422, field: "text", title: t("publish.text.needed") });
      const body = { kind: "plain" as const, title, text, media, audience: { to: "village" as const }, channels: ["page", "group", "paper", "speaker"] as const };
      const draft = await sendNow(NOTICES, "draft", { body: { ...body, channels: [...body.channels] } }, { title, media: form.taken, audience: "public" });
      // Without an answer it waits on this phone; the notices' own page says so and sends it.
      if (!draft) { go(at(NOTICES)); return; }
      const notice = await sendOut(draft);
      const out = notice.state === "published";
      const group = out ? await call(NOTICES, "groupText", { params: { id: notice.id } }).catch(() => null) : null;
      show({ notice, out, group: group ?? [`【${nameOf(here().village)}】${title}`, "", text].join("\n") });
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
            <Field form={form} name="text" kind="long" label={t("publish.text")} hint={t("publish.text.hint")} />
            <VoiceField value={form.taken} onChange={form.take} />
            <PhotoField value={form.taken} onChange={form.take} />
          </Form>
        </>
      )}
    </>
  );
};
