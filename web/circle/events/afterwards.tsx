import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { sendNow } from "../../core/offline/queue.ts";
import { Card, Section } from "../../core/parts/card.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";
import { FEATURE, type Happening } from "./happening.ts";

interface Shown { readonly each: Happening; readonly reload: () => void }
const Tell = ({ each, reload }: Shown) => {
  const form = useForm(FEATURE, "tell", { start: { words: each.told, replay: each.replay ?? "" }, draft: each.id, send: async ({ words, replay }) => { await call(FEATURE, "tell", { params: { id: each.id }, body: { words, ...(replay ? { replay } : {}) } }); reload(); } });
  return <details><summary class="line">{t("step.tell")}</summary><Form form={form} submit={t("step.tell")}><Field form={form} name="words" kind="long" label={t("told.words")} /><Field form={form} name="replay" label={t("replay")} /></Form></details>;
};
const AddPhotos = ({ each, reload }: Shown) => {
  const form = useForm(FEATURE, "photos", { start: {}, draft: each.id, send: async () => { await sendNow(FEATURE, "photos", { params: { id: each.id }, body: { media: refsOf(form.taken) } }, { title: each.title, media: form.taken }); reload(); } });
  return <details><summary class="line">{t("step.photos")}</summary><Form form={form} submit={t("photos.add")}><PhotoField value={form.taken} onChange={form.take} max={9} /></Form></details>;
};
const SignIn = ({ each, reload }: Shown) => {
  const form = useForm(FEATURE, "attend", { start: { code: "" }, draft: each.id, send: async ({ code }) => { await call(FEATURE, "attend", { params: { id: each.id }, body: { code } }); reload(); } });
  return <Form form={form} submit={t("sign-in")}><Field form={form} name="code" kind="code" label={t("code.enter")} /></Form>;
};

/** From the first minute on: signing in on the spot, how it was, and everybody's pictures. */
export const Afterwards = ({ each, reload }: Shown) => (
  <>
    {each.code && each.state === "held" ? <Card title={t("code")}><p>{t("code.say", { code: each.code })}</p></Card> : null}
    {each.state === "held" && !each.guests.some((guest) => guest.mine && guest.came) ? <SignIn each={each} reload={reload} /> : null}
    {each.told ? <Section title={t("told")}><p class="card">{each.told}</p></Section> : null}
    {each.replay ? <LinkButton href={each.replay} icon="live">{t("replay.open")}</LinkButton> : null}
    {each.photos.length > 0 ? <Section title={t("photos")}><MediaStrip media={each.photos} /></Section> : null}
    <AddPhotos each={each} reload={reload} />
    {each.mine ? <Tell each={each} reload={reload} /> : null}
  </>
);
