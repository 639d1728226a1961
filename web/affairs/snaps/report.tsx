import { useState } from "preact/hooks";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { PhotoField } from "../../core/media/photo-field.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import { Button } from "../../core/parts/button.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, isVillager } from "./snap.ts";

type Spot = { lat: number; lng: number };
/** Where the phone is, if its owner presses for it; without one the words about the place are enough. */
const SpotButton = ({ onSpot }: { onSpot: (spot: Spot) => void }) => {
  const [said, say] = useState("");
  const find = (): Promise<void> => new Promise((done) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => { onSpot({ lat: coords.latitude, lng: coords.longitude }); say("spot.added"); done(); }, () => { say("spot.failed"); done(); }, { timeout: 10_000 });
  });
  if (!("geolocation" in navigator)) return null;
  return said ? <p class="hush" role="status">{t(said)}</p> : <Button icon="go" onPress={find}>{t("spot")}</Button>;
};

/** A picture, a voice or a sentence about what is broken, and where. */
export const Report = () => {
  const [spot, put] = useState<Spot | undefined>();
  const form = useForm(FEATURE, "report", {
    start: { words: "", place: "", house: "", showName: false },
    send: async ({ words, place, house, showName }) => {
      if (!words && !place && !house && !spot && !form.taken.some(({ kind }) => kind === "voice")) throw new Refused({ type: "wrong-field", status: 422, field: "words", title: t("reason.required") });
      const body = { media: refsOf(form.taken), showName, ...(words ? { words } : {}), ...(place ? { place } : {}), ...(house ? { house } : {}), ...(spot ? { spot } : {}) };
      const made = await sendNow(FEATURE, "report", { body }, { title: t("kept", { what: words || place || "" }), media: form.taken, audience: "public" });
      // Without an answer it waits on this phone, and the list says so.
      go(made ? at(FEATURE, made.id) : at(FEATURE), true);
    },
  });
  const known = isVillager();
  return (
    <>
      <h1>{t("new")}</h1>
      <p class="hush">{t(known ? "hint" : "guest.note")}</p>
      <Form form={form} submit={t("send")}>
        {known ? <PhotoField value={form.taken} onChange={form.take} max={4} /> : null}
        {known ? <VoiceField value={form.taken} onChange={form.take} /> : null}
        <Field form={form} name="words" kind="long" label={t("words")} hint={t("words.hint")} />
        <Field form={form} name="place" label={t("place")} hint={t("place.hint")} />
        <Field form={form} name="house" label={t("house")} />
        <SpotButton onSpot={put} />
        {known ? <Field form={form} name="showName" kind="tick" label={t("showName")} /> : null}
      </Form>
    </>
  );
};
