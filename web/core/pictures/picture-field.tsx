import { useEffect, useId, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { t } from "../words.ts";
import { shrink } from "./shrink.ts";

/** Takes pictures, makes them small and shows them; `onChange` gets what will be sent. */
export const PictureField = ({ label, max = 3, onChange }: { label?: string; max?: number; onChange: (pictures: readonly Blob[]) => void }) => {
  const id = useId();
  const [pictures, set] = useState<readonly { blob: Blob; url: string }[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => () => { for (const { url } of pictures) URL.revokeObjectURL(url); }, []);
  const change = (next: readonly { blob: Blob; url: string }[]): void => { set(next); onChange(next.map(({ blob }) => blob)); };
  const add = async (files: FileList | null): Promise<void> => {
    try {
      const small = await Promise.all([...(files ?? [])].slice(0, max - pictures.length).map((file) => shrink(file)));
      change([...pictures, ...small.map((blob) => ({ blob, url: URL.createObjectURL(blob) }))]);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="field">
      {pictures.map((picture, n) => <figure><img src={picture.url} alt={t("picture.nth", { n: n + 1 })} /><Button onPress={() => change(pictures.filter((each) => each !== picture))}>{t("picture.remove")}</Button></figure>)}
      {pictures.length < max ? <label class="button plain" for={id}><Icon name="camera" /><span>{label ?? t("picture.take")}</span></label> : null}
      <input class="unseen" id={id} type="file" accept="image/*" multiple={max > 1} onChange={(event) => void add(event.currentTarget.files)} />
      {failed ? <p class="wrong" role="alert">{t("picture.failed")}</p> : null}
    </div>
  );
};
