import { useId, useState } from "preact/hooks";
import type { ButtonProps } from "../../core/parts/button.tsx";
import { Button } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";

/** A step that takes a sentence: opened in place, sent with its button. */
export const AskWords = ({ title, label, hint, yes, kind = "danger", optional = false, onSend }: {
  title: string; label: string; hint?: string; yes: string; kind?: ButtonProps["kind"]; optional?: boolean; onSend: (words: string) => unknown;
}) => {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [words, write] = useState("");
  if (!open) return <Button onPress={() => setOpen(true)}>{title}</Button>;
  return (
    <div class="card careful">
      <div class="field"><label for={id}>{label}</label>{hint ? <small id={`${id}-hint`}>{hint}</small> : null}
        <textarea id={id} class="input" rows={2} maxLength={200} aria-describedby={hint ? `${id}-hint` : undefined} value={words} onInput={(event) => write(event.currentTarget.value)} /></div>
      <div class="row"><Button kind={kind} disabled={!optional && words.trim() === ""} onPress={() => onSend(words.trim())}>{yes}</Button><Button onPress={() => setOpen(false)}>{t("confirm.no")}</Button></div>
    </div>
  );
};
