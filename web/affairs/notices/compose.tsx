import { useState } from "preact/hooks";
import { countSms } from "../../../shared/contract/sms-parts.ts";
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
import { dayOf } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { AudienceField } from "./audience-field.tsx";
import type { Reach } from "./audience-field.tsx";
import { dayIn, endOf } from "./last-day.ts";
import { seenBy } from "./notice.ts";
import type { Office } from "./notice.ts";

const FEATURE = "affairs/notices";
const CHANNELS = ["group", "speaker", "paper", "sms"] as const;
const ENDS = [["until.today", 0], ["until.three", 3], ["until.week", 7], ["until.month", 30]] as const;

const startOf = (before?: Office) => ({
  kind: before?.kind ?? ("plain" as Office["kind"]), title: before?.title ?? "", text: before?.text ?? "",
  smsText: before?.smsWritten ? before.sms.text : "", readAloud: before?.readAloudWritten ? before.readAloud : "",
  reach: { groups: [], households: [], ...(before?.audience ?? { to: "village" }) } as Reach, lastDay: before?.until ? dayOf(before.until) : "",
  channels: (before?.channels ?? ["page"]) as readonly string[],
});
type Written = ReturnType<typeof startOf>;
const wrong = (field: string, title: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title });

/** What the server takes, from what the form holds. A voice counts as text. */
const bodyOf = ({ kind, title, text, smsText, readAloud, reach, lastDay, channels }: Written, media: Office["media"]) => {
  if (!text && !media.some((each) => each.kind === "voice")) throw wrong("text", t("text.needed"));
  if (kind === "must-read" && !lastDay) throw wrong("lastDay", t("until.needed"));
  if (reach.to !== "village" && reach[reach.to].length === 0) throw wrong("reach", t("audience.pick-one"));
  const audience = reach.to === "village" ? { to: reach.to } : reach.to === "groups" ? { to: reach.to, groups: [...reach.groups] } : { to: reach.to, households: [...reach.households] };
  return { kind, title, text, media, ...(smsText ? { smsText } : {}), ...(readAloud ? { readAloud } : {}), audience, ...(lastDay ? { until: endOf(lastDay) } : {}), channels: channels as Office["channels"] };
};

/** The line as one SMS, counted while it is written. */
const SmsCount = ({ text }: { text: string }) => {
  const { parts, left } = countSms(text);
  return <p class={parts > 1 ? "overdue" : "meta"} role="status">{t("line.count", { parts, left })}</p>;
};

const Writing = ({ before }: { before?: Office }) => {
  const [kept, keep] = useState(before?.media ?? []);
  const form = useForm(FEATURE, before ? "edit" : "draft", {
    start: startOf(before), draft: before?.id ?? "", labels: { kind: t("kind"), reach: t("audience"), channels: t("channels") },
    ...(before ? { version: before.version, latest: async () => { const now = await call(FEATURE, "forOffice", { params: { id: before.id } }); return { values: startOf(now), version: now.version }; } } : {}),
    send: async (values, version) => {
      const body = bodyOf({ ...startOf(), ...values }, [...kept, ...refsOf(form.taken)]);
      const extras = { title: body.title, media: form.taken, audience: seenBy(body.audience) };
      const saved = before ? await sendNow(FEATURE, "edit", { params: { id: before.id }, body, ifMatch: version ?? before.version }, extras) : await sendNow(FEATURE, "draft", { body }, extras);
      // Without an answer it waits on this phone, and the list says so.
      go(saved ? at(FEATURE, saved.id) : at(FEATURE), true);
    },
  });
  const { kind, title, text, smsText, reach, lastDay, channels } = form.values;
  return (
    <>
      <h1>{t(before ? "edit" : "new")}</h1>
      <Form form={form} submit={t("save")}>
        <Picker label={t("kind")} hint={t("kind.must-read.hint")} value={kind} choices={(["plain", "must-read"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onPick={(value) => form.set("kind", value)} />
        <Field form={form} name="title" label={t("name")} hint={t("name.hint")} />
        <Field form={form} name="text" kind="long" label={t("text")} hint={t("text.hint")} />
        {kept.length > 0 ? <><MediaStrip media={kept} audience={seenBy(before!.audience)} /><Button onPress={() => keep([])}>{t("media.drop")}</Button></> : null}
        {kept.some((each) => each.kind === "voice") ? null : <VoiceField value={form.taken} onChange={form.take} />}
        <PhotoField value={form.taken} onChange={form.take} max={9 - kept.length} />
        <AudienceField reach={reach} wrong={form.wrong["reach"] ?? form.wrong["audience.households"]} onChange={(next) => form.set("reach", next)} />
        <Field form={kind === "must-read" ? { ...form, rule: { required: ["lastDay"] } } : form} name="lastDay" kind="date" label={t("until.day")} />
        <div class="row">{ENDS.map(([key, days]) => <Button key={key} icon={lastDay === dayIn(days) ? "done" : "date"} onPress={() => form.set("lastDay", dayIn(days))}>{t(key)}</Button>)}</div>
        <fieldset class="picker"><legend>{t("channels")}</legend>
          {CHANNELS.map((each) => <label class="choice" key={each}><input type="checkbox" checked={channels.includes(each)} onChange={(event) => form.set("channels", event.currentTarget.checked ? [...channels, each] : channels.filter((other) => other !== each))} /><span>{t(`channel.${each}`)}</span></label>)}
        </fieldset>
        <details open={smsText !== "" || channels.includes("sms")}><summary class="line">{t("texts")}</summary>
          <Field form={form} name="smsText" label={t("sms")} hint={t("line.hint")} />
          <SmsCount text={smsText || [title, text].filter(Boolean).join("：")} />
          <Field form={form} name="readAloud" kind="long" label={t("readAloud")} hint={t("readAloud.hint")} />
        </details>
      </Form>
    </>
  );
};

/** Writing a notice, or changing a draft. It is kept as a draft first, and read once more before it goes out. */
export const Compose = ({ id }: { id?: string }) => {
  const before = useLoad(async () => (id ? call(FEATURE, "forOffice", { params: { id } }) : null), [id]);
  return <State of={before}>{(notice) => <Writing key={notice?.version ?? 0} {...(notice ? { before: notice } : {})} />}</State>;
};
