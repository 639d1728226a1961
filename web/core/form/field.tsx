import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/state.tsx";
import type { Choice } from "../parts/picker.tsx";
import { prefs } from "../prefs.ts";
import { t } from "../words.ts";
import { ClashView } from "./clash.tsx";
import { DraftStrip } from "./draft-strip.tsx";
import { useQuestions } from "./questions.ts";
import type { FieldForm, FormHandle, Values } from "./use-form.ts";

interface Props<V extends Values> {
  readonly form: FieldForm<V>;
  readonly name: keyof V & string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: "text" | "long" | "number" | "tel" | "date" | "datetime-local" | "choice" | "tick" | "code";
  readonly choices?: readonly Choice[];
}

/** A labelled field of a form; what is wrong with it stands under it and is read with it. */
export const Field = <V extends Values>({ form, name, label, hint, kind = "text", choices = [] }: Props<V>) => {
  const id = useId();
  const rule = form.rule.properties?.[name];
  const wrong = Object.entries(form.wrong).find(([field]) => field.split(".")[0] === name)?.[1];
  const value = form.values[name];
  const shared = {
    id, name, class: "input", required: form.rule.required?.includes(name) ?? false,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].filter(Boolean).join(" ") || undefined,
  };
  const set = (next: unknown): void => form.set(name, next);
  const text = { value: value === undefined || value === null ? "" : String(value), maxLength: rule?.maxLength };
  return (
    <div class={`field ${kind}`}>
      <label for={id}>{label}{shared.required ? null : <small> {t("field.optional")}</small>}</label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {kind === "long" ? <textarea rows={4} {...shared} {...text} onInput={(event) => set(event.currentTarget.value)} />
        : kind === "choice" ? <select {...shared} value={text.value} onChange={(event) => set(event.currentTarget.value)}>
            <option value="">{t("field.choose")}</option>{choices.map((each) => <option value={each.value}>{each.label}</option>)}</select>
        : kind === "tick" ? <input type="checkbox" {...shared} required={false} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
        : kind === "number" ? <input type="text" inputMode="numeric" {...shared} {...text} onInput={(event) => { const typed = event.currentTarget.value.trim(); set(typed === "" ? "" : Number.isNaN(Number(typed)) ? typed : Number(typed)); }} />
        : kind === "code" ? <input type="text" inputMode="numeric" autocomplete="one-time-code" {...shared} {...text} onInput={(event) => set(event.currentTarget.value)} />
        : <input type={kind as "text"} autocomplete={kind === "tel" ? "tel" : "on"} {...shared} {...text} onInput={(event) => set(event.currentTarget.value)} />}
      {wrong ? <p class="wrong" id={`${id}-wrong`}>{wrong}</p> : null}
    </div>
  );
};

/** A form with its one main button at the bottom; in elder mode one question after the other. The browser's own boxes are off: they are too small to read. */
export const Form = <V extends Values>({ form, submit, children, danger }: { form: FormHandle<V>; submit: string; children: ComponentChildren; danger?: boolean }) => {
  const own = useRef<HTMLFormElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const elder = prefs().mode === "elder";
  const { at, all, go, names } = useQuestions(own, elder, form.wrong);
  const last = !elder || at >= all - 1;
  const to = (next: number): void => { go(next); line.current?.focus(); };
  const press = (): void => {
    if (last) void form.submit();
    else if (form.look(names())) to(at + 1);
  };
  return (
    <form class="form" noValidate ref={own} onSubmit={(event) => { event.preventDefault(); press(); }}>
      <DraftStrip form={form} />
      {elder && all > 1 ? <p class="meta" data-end tabIndex={-1} ref={line} role="status">{t("question.of", { n: at + 1, all })}</p> : null}
      {children}
      {form.clash ? <ClashView form={form} /> : null}
      {form.problem ? <div data-end><ProblemLine problem={form.problem} /></div> : null}
      {form.clash ? null : elder ? (
        <div class="answers" data-end>
          {last ? <Button type="submit" kind={danger ? "danger" : "primary"}>{submit}</Button> : <Button type="submit" kind="primary">{t("question.next")}</Button>}
          {at > 0 ? <Button onPress={() => to(at - 1)}>{t("question.back")}</Button> : null}
        </div>
      ) : <Button type="submit" kind={danger ? "danger" : "primary"}>{submit}</Button>}
    </form>
  );
};
