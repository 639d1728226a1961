import { useEffect, useId, useRef } from "preact/hooks";
import { ownStyle } from "../../core/own-style.ts";

ownStyle(`.six{position:relative;display:flex;gap:6px;margin-top:10px}.six i{flex:1 1 0;min-width:0;display:flex;align-items:center;justify-content:center;min-height:max(var(--tap),1.9em,60px);border:2px solid var(--edge);border-radius:10px;background:var(--card);font:650 1.4em/1.2 system-ui,sans-serif}
.six i.full{border-color:var(--green);background:var(--mist)}.six:focus-within i.now{outline:3px solid var(--blue);outline-offset:1px}.six input{position:absolute;inset:0;width:100%;height:100%;min-height:0;opacity:0}.six input:disabled{cursor:default}`);
const SIX = [0, 1, 2, 3, 4, 5];

/** Six large boxes over one field: the phone's keyboard offers the code from the text message, and pasting works. */
export const CodeBoxes = ({ label, value, wrong, disabled, onType }: { label: string; value: string; wrong?: string | undefined; disabled: boolean; onType: (code: string) => void }) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (!disabled) field.current?.focus(); }, [disabled, wrong]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="six">
        {SIX.map((place) => <i aria-hidden="true" class={`${value[place] ? "full" : ""} ${place === Math.min(value.length, 5) ? "now" : ""}`}>{value[place] ?? ""}</i>)}
        <input id={id} ref={field} type="text" inputMode="numeric" autocomplete="one-time-code" maxLength={12} value={value} disabled={disabled} aria-invalid={wrong ? "true" : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => { const typed = event.currentTarget.value.replace(/\D/g, "").slice(0, 6); event.currentTarget.value = typed; onType(typed); }} />
      </div>
      {wrong ? <p class="wrong" role="alert" id={`${id}-wrong`}>{wrong}</p> : null}
    </div>
  );
};
