import { useEffect, useId, useRef, useState } from "preact/hooks";
import { MEDIA_LIMITS } from "../../../shared/contract/media-limits.ts";
import type { Taken } from "../offline/store.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { t } from "../words.ts";
import { takePhoto } from "./photo.ts";
import "./style.ts";

/** What a taken picture looks like, while it is shown. */
const Shown = ({ photo, alt }: { photo: Taken; alt: string }) => {
  const [url, set] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(photo.thumb ?? photo.blob);
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.id]);
  return url ? <img src={url} alt={alt} /> : null;
};

/**
 * Takes pictures with the camera or out of the gallery, makes them small and shows them.
 * @param value what was taken so far; other kinds in it stay as they are
 * @example <PhotoField value={taken} onChange={setTaken} max={3} />
 */
export const PhotoField = ({ value, onChange, label, max = MEDIA_LIMITS.photos }: { value: readonly Taken[]; onChange: (taken: readonly Taken[]) => void; label?: string; max?: number }) => {
  const id = useId();
  const [problem, say] = useState("");
  const [busy, work] = useState(false);
  // Two pictures may be finished at once: each is added to what stands by then.
  const now = useRef(value);
  now.current = value;
  const photos = value.filter(({ kind }) => kind === "photo");
  const change = (next: readonly Taken[]): void => { now.current = next; onChange(next); };
  const add = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    const room = max - photos.length;
    say(files.length > room ? t("media.most", { n: max }) : "");
    work(true);
    for (const file of files.slice(0, room)) await takePhoto(file).then((photo) => change([...now.current, photo]), () => say(t("picture.failed")));
    work(false);
    input.value = "";
  };
  return (
    <div class="field">
      {photos.map((photo, n) => <figure key={photo.id}><Shown photo={photo} alt={t("picture.nth", { n: n + 1 })} /><Button onPress={() => change(value.filter((each) => each !== photo))}>{t("picture.remove")}</Button></figure>)}
      {photos.length < max ? <label class="button plain" for={id} aria-busy={busy}><Icon name="camera" /><span>{busy ? t("media.working") : label ?? t("picture.take")}</span></label> : null}
      <input class="unseen" id={id} type="file" accept="image/*" multiple={max > 1} disabled={busy || photos.length >= max} onChange={(event) => void add(event.currentTarget)} />
      {problem ? <p class="wrong" role="alert">{problem}</p> : null}
    </div>
  );
};
