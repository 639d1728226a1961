import { useState } from "preact/hooks";
import { t } from "../words.ts";
import { Button } from "./button.tsx";

/** Puts a text where it can be pasted into the village's chat group; where the phone refuses, the text is shown selected. */
export const CopyButton = ({ text, label }: { text: () => string; label?: string }) => {
  const [state, set] = useState<"" | "done" | "by-hand">("");
  const copy = (): Promise<void> => (navigator.clipboard ? navigator.clipboard.writeText(text()) : Promise.reject(new Error())).then(() => set("done"), () => set("by-hand"));
  return (
    <>
      <Button icon={state === "done" ? "done" : "copy"} onPress={copy}>{state === "done" ? t("copy.done") : label ?? t("copy.for-group")}</Button>
      {state === "by-hand" ? <textarea class="input" readOnly value={text()} aria-label={t("copy.by-hand")} onFocus={(event) => event.currentTarget.select()} /> : null}
    </>
  );
};
