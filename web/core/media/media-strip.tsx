import { useState } from "preact/hooks";
import type { MediaAudience, MediaRef } from "../../../shared/contract/media.ts";
import { here } from "../router.ts";
import { Button } from "../parts/button.tsx";
import { weigh } from "../parts/weight.ts";
import { prefs } from "../prefs.ts";
import { t } from "../words.ts";
import { Shot, Tiny } from "./shot.tsx";
import "./style.ts";
import { Voice } from "./voice.tsx";

/** What a small picture weighs, about. */
const THUMB = 12_000;
/** Whether pictures come by themselves: always, or, as the reader chose, only where the phone says it is on Wi-Fi. A phone that does not say is taken to pay. */
const picturesCome = (): boolean => prefs().pictures !== "wifi" || (navigator as unknown as { connection?: { type?: string } }).connection?.type === "wifi";
interface Props { readonly media: readonly MediaRef[] | undefined; readonly audience?: MediaAudience; readonly village?: string | undefined }

/**
 * What a thing carries: its voice note with what is written down of it, its pictures small until pressed; "on its way" until they are there.
 * @param audience as they were sent; left out: the village
 * @example <MediaStrip media={notice.media} audience="public" />
 */
export const MediaStrip = ({ media = [], audience = "village", village = here().village }: Props) => {
  const [shown, show] = useState(picturesCome);
  if (!village || media.length === 0) return null;
  const photos = media.filter(({ kind }) => kind === "photo");
  return (
    <>
      {media.filter(({ kind }) => kind === "voice").map(({ id }) => <Voice key={id} village={village} id={id} audience={audience} />)}
      {photos.length > 0 && !shown ? <Button icon="camera" onPress={() => show(true)}>{t("media.show", { n: photos.length, weight: weigh(photos.length * THUMB) })}</Button> : null}
      {photos.length > 0 && shown ? <ul class="shots">{photos.map(({ id }, n) => <Shot key={id} village={village} id={id} audience={audience} alt={t("picture.nth", { n: n + 1 })} />)}</ul> : null}
    </>
  );
};

/** The first picture of a thing, small, for a line in a list. */
export const FirstPhoto = ({ media = [], audience = "village", village = here().village }: Props) => {
  const photo = media.find(({ kind }) => kind === "photo");
  return photo && village && picturesCome() ? <Tiny village={village} id={photo.id} audience={audience} /> : null;
};
