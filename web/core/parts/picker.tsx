import { useId } from "preact/hooks";

export interface Choice { readonly value: string; readonly label: string; readonly note?: string }
/** One of a few, all in sight, each a large target. */
export const Picker = ({ label, choices, value, onPick, hint }: { label: string; choices: readonly Choice[]; value: string; onPick: (value: string) => void; hint?: string }) => {
  const id = useId();
  return (
    <fieldset class="picker" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {choices.map((choice) => (
        <label class="choice"><input type="radio" name={id} value={choice.value} checked={choice.value === value} onChange={() => onPick(choice.value)} />
          <span>{choice.label}{choice.note ? <small>{choice.note}</small> : null}</span></label>
      ))}
    </fieldset>
  );
};
/** A count of people with plus and minus, both large. */
export const Stepper = ({ label, value, onChange, min = 0, max = 99, fewer, more }: { label: string; value: number; onChange: (value: number) => void; min?: number; max?: number; fewer: string; more: string }) => (
  <div class="stepper" role="group" aria-label={label}><span>{label}</span>
    <button type="button" class="button plain" aria-label={fewer} disabled={value <= min} onClick={() => onChange(value - 1)}>−</button>
    <output>{value}</output>
    <button type="button" class="button plain" aria-label={more} disabled={value >= max} onClick={() => onChange(value + 1)}>+</button></div>
);
