import { useEffect, useRef } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { ownStyle } from "../own-style.ts";
import { t } from "../words.ts";
import type { FormHandle, Values } from "./use-form.ts";

ownStyle(".both{display:grid;grid-template-columns:1fr 1fr;gap:8px}.both>div{min-width:0;padding:8px;border:2px solid var(--line);border-radius:10px;background:var(--card);white-space:pre-line}.both>.mine{border-color:var(--green)}.both>div>b{display:block}@media (max-width:359px){.both{grid-template-columns:1fr}}[data-mode=elder] .both{grid-template-columns:1fr}");

const shown = (value: unknown): string => (value === undefined || value === null || value === "" ? t("conflict.nothing") : Array.isArray(value) ? value.map(shown).join("、") : typeof value === "object" ? Object.values(value).map(shown).join(" · ") : String(value));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? "") === JSON.stringify(b ?? "");
/** What a field is called on the form that stands behind. */
const labelOf = (root: Element | null | undefined, name: string): string => {
  const field = root?.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
  return field?.labels?.[0]?.firstChild?.textContent ?? "";
};

/** Two changed the same thing: both stand side by side, field by field where they differ, and the reader decides. Neither is lost before that. */
export const ClashView = <V extends Values>({ form }: { form: FormHandle<V> }) => {
  const box = useRef<HTMLDivElement>(null);
  const { clash } = form;
  useEffect(() => { box.current?.focus(); }, [clash]);
  if (!clash) return null;
  const root = box.current?.closest("form") ?? document.querySelector("form.form");
  const names = Object.keys({ ...clash.theirs, ...clash.mine }).filter((name) => !same(clash.mine[name], clash.theirs[name]));
  return (
    <div class="card careful" data-end tabIndex={-1} ref={box} role="group" aria-label={t("conflict.title")}>
      <p><b>{t("conflict.title")}</b></p>
      <p>{t("conflict.what")}</p>
      {names.map((name) => (
        <div key={name}>
          <p>{form.labels[name] ?? labelOf(root, name)}</p>
          <div class="both"><div class="mine"><b>{t("conflict.mine")}</b>{shown(clash.mine[name])}</div><div><b>{t("conflict.theirs")}</b>{shown(clash.theirs[name])}</div></div>
        </div>
      ))}
      <div class="row"><Button kind="primary" onPress={() => form.settle("mine")}>{t("conflict.keep")}</Button><Button onPress={() => form.settle("theirs")}>{t("conflict.take")}</Button><Button onPress={() => form.settle("both")}>{t("conflict.copy")}</Button></div>
    </div>
  );
};
