import { useEffect, useState } from "preact/hooks";
import type { MediaAudience } from "../../../shared/contract/media.ts";
import { ask } from "../client/ask.ts";
import { call } from "../client/client.ts";
import { Field, Form } from "../form/field.tsx";
import { useForm } from "../form/use-form.ts";
import { Button } from "../parts/button.tsx";
import { Badge } from "../parts/card.tsx";
import { when } from "../parts/time.ts";
import { whosIn } from "../session.ts";
import { t } from "../words.ts";
import { useOwn, useSeen } from "./read.ts";
import type { MediaAbout } from "./read.ts";
import { mediaUrl, minutes } from "./refs.ts";

const Play = ({ load, seconds }: { load: () => Promise<Blob>; seconds: number }) => {
  const [url, set] = useState("");
  const [failed, fail] = useState(false);
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  if (url) return <audio controls autoplay src={url} aria-label={t("media.voice", { length: minutes(seconds) })} />;
  return <><Button icon="listen" onPress={() => load().then((blob) => { set(URL.createObjectURL(blob)); fail(false); }, () => fail(true))}>{t("media.play", { length: minutes(seconds) })}</Button>{failed ? <p class="wrong" role="alert">{t("frame.failed")}</p> : null}</>;
};

/** Writes down what a voice says, for whoever cannot hear it. */
const WriteDown = ({ village, id, onDone }: { village: string; id: string; onDone: (about: MediaAbout) => void }) => {
  const form = useForm("platform/media", "transcribe", { start: { text: "" }, draft: id, send: async (body) => onDone(await call("platform/media", "transcribe", { village, params: { id }, body })) });
  return <Form form={form} submit={t("media.write.keep")}><Field form={form} name="text" kind="long" label={t("media.write.words")} /></Form>;
};

const Transcript = ({ village, about }: { village: string; about: MediaAbout }) => {
  const [changed, set] = useState<MediaAbout | undefined>();
  const [writing, write] = useState(false);
  const { transcript } = changed ?? about;
  if (transcript) return <p class="written"><small>{t("media.written", { by: transcript.by, at: when(transcript.at) })}</small>{transcript.text}</p>;
  if (!whosIn(village).includes("villager")) return null;
  return writing ? <WriteDown village={village} id={about.id} onDone={(next) => { set(next); write(false); }} /> : <Button onPress={() => write(true)}>{t("media.write")}</Button>;
};

/** A voice: its sound is fetched when it is pressed; what somebody wrote down of it stands below, with who did. */
export const Voice = ({ village, id, audience }: { village: string; id: string; audience: MediaAudience }) => {
  const { seen } = useSeen(village, id, audience);
  const own = useOwn(id, seen === "coming");
  if (!seen) return null;
  if (seen === "closed") return <p class="hush">{t("media.closed")}</p>;
  if (seen === "coming") return <div class="voice">{own ? <Play load={async () => own.blob} seconds={own.seconds ?? 0} /> : null}<p><Badge tone="careful">{t("media.coming.voice")}</Badge></p></div>;
  if (seen.state === "quarantined") return <p class="hush">{t("media.aside")}</p>;
  const load = async (): Promise<Blob> => {
    const answer = await ask({ method: "GET", url: mediaUrl(village, id, audience, "full"), actingFor: "" });
    if (!answer.ok) throw new Error("not there");
    return answer.blob();
  };
  return <div class="voice"><Play load={load} seconds={seen.seconds ?? 0} /><Transcript village={village} about={seen} /></div>;
};
