import { useId } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Icon } from "../../core/parts/icon.tsx";

export interface PictureChoice { readonly value: string; readonly label: string; readonly icon?: string; readonly tone?: string; readonly note?: string }
/** One of a few, each with a picture. A tone fills the name's ground with its colour. */
export const PicturePicker = ({ label, choices, value, onPick, hint }: { label: string; choices: readonly PictureChoice[]; value: string; onPick: (value: string) => void; hint?: ComponentChildren }) => {
  const id = useId();
  return (
    <fieldset class="picker" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label class="choice broad">
          <input type="radio" name={id} value={choice.value} checked={choice.value === value} onChange={() => onPick(choice.value)} />
          <span class={choice.tone ? `alarm ${choice.tone} grow` : "grow"}><b>{choice.icon ? <Icon name={choice.icon} /> : null} {choice.label}</b>{choice.note ? <small>{choice.note}</small> : null}</span>
        </label>
      ))}
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
    </fieldset>
  );
};

/** What is one tap away. */
export const Fold = ({ title, children }: { title: ComponentChildren; children: ComponentChildren }) => (
  <details class="sheet"><summary class="line"><span class="grow">{title}</span><Icon name="next" /></summary><div class="card form">{children}</div></details>
);

/** A line to be ticked. */
export const Tick = ({ checked, onTick, children, note }: { checked: boolean; onTick: (checked: boolean) => void; children: ComponentChildren; note?: string }) => (
  <label class="choice broad"><input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} /><span class="grow">{children}{note ? <small>{note}</small> : null}</span></label>
);
