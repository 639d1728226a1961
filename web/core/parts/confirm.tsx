import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import type { ButtonProps } from "./button.tsx";

/** Asks in place before something that cannot be taken back: no box over the page. */
export const Confirm = ({ label, question, yes, kind = "danger", onYes }: { label: string; question: string; yes?: string; kind?: ButtonProps["kind"]; onYes: () => unknown }) => {
  const [asked, ask] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (asked) box.current?.focus(); }, [asked]);
  return asked
    ? <div class="card careful" tabIndex={-1} ref={box} role="group" aria-label={question}><p>{question}</p><div class="row">
        <Button kind={kind} onPress={async () => { await onYes(); ask(false); }}>{yes ?? label}</Button><Button onPress={() => ask(false)}>{t("confirm.no")}</Button></div></div>
    : <Button kind={kind} onPress={() => ask(true)}>{label}</Button>;
};

const GRACE = 10;
/** What was just done, with ten seconds to take it back; `onDone` is called when they have passed. */
export const Undo = ({ said, onUndo, onDone }: { said: string; onUndo: () => unknown; onDone: () => void }) => {
  const [left, tick] = useState(GRACE);
  useEffect(() => {
    if (left === 0) { onDone(); return undefined; }
    const timer = setTimeout(() => tick(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return <div class="card good" role="status"><p>{said}</p><Button onPress={onUndo}>{t("undo.take-back", { seconds: left })}</Button></div>;
};
