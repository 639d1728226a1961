import { useId } from "preact/hooks";
import { boot } from "../boot.ts";
import { t } from "../words.ts";
import type { FieldForm, Values } from "./use-form.ts";

/** Day and clock of the region at an instant, as such a field shows them: "2026-05-01T20:00". */
const shownAt = (instant: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: boot.zone, dateStyle: "short", timeStyle: "short" }).format(instant).replace(" ", "T");
/** The region's clock counts, not the phone's. Empty while it is not whole. */
const instantOf = (typed: string): string => {
  const guess = Date.parse(`${typed}Z`);
  return Number.isNaN(guess) ? "" : new Date(2 * guess - Date.parse(`${shownAt(guess)}Z`)).toISOString();
};

/**
 * A day and a clock time; the form holds the instant, as the contract wants it.
 * @example <WhenField form={form} name="startsAt" label={t("startsAt")} />
 */
export const WhenField = <V extends Values>({ form, name, label }: { form: FieldForm<V>; name: keyof V & string; label: string }) => {
  const id = useId();
  const [value, wrong, required] = [String(form.values[name] ?? ""), form.wrong[name], form.rule.required?.includes(name) ?? false];
  return (
    <div class="field">
      <label for={id}>{label}{required ? null : <small> {t("field.optional")}</small>}</label>
      <input class="input" type="datetime-local" id={id} name={name} required={required} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={value ? shownAt(Date.parse(value)) : ""} onInput={(event) => form.set(name, instantOf(event.currentTarget.value))} />
      {wrong ? <p class="wrong" id={`${id}-wrong`}>{wrong}</p> : null}
    </div>
  );
};
