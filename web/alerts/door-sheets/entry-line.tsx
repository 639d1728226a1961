import type { ComponentChildren } from "preact";
import { t } from "../../core/words.ts";

const STATES = ["moved", "safe", "stayed", "away", "empty", "refused", "needs-help"] as const;
/** One house of the paper as it is typed: all text until it is sent. */
export interface Ticked { readonly is: (typeof STATES)[number] | ""; readonly time: string; readonly people: string; readonly witness: string; readonly words: string }
export const wrongWith = ({ is, witness }: Ticked): boolean => is === "refused" && !witness.trim();

const Labelled = ({ id, label, children }: { id: string; label: string; children: ComponentChildren }) => <div class="field"><label for={id}>{label}</label>{children}</div>;

/** One house: what the paper says, and, once something is chosen, when and how many. */
export const EntryLine = ({ line, ticked, checked, onChange }: { line: { readonly household: string; readonly no: string; readonly head: string }; ticked: Ticked; checked: boolean; onChange: (next: Ticked) => void }) => {
  const id = (name: string): string => `${name}-${line.household}`;
  const set = (change: Partial<Ticked>): void => onChange({ ...ticked, ...change });
  const wrong = checked && wrongWith(ticked);
  return (
    <section class={`card ${ticked.is ? "good" : ""}`}>
      <h3>{t("house.name", line)}</h3>
      <Labelled id={id("is")} label={t("enter.is")}>
        <select class="input" id={id("is")} value={ticked.is} onChange={(event) => set({ is: event.currentTarget.value as Ticked["is"] })}>
          <option value="">{t("enter.none")}</option>{STATES.map((each) => <option key={each} value={each}>{t(`tick.${each}`)}</option>)}
        </select>
      </Labelled>
      {ticked.is ? <>
        <Labelled id={id("time")} label={t("tick.at")}><input class="input" id={id("time")} type="time" value={ticked.time} onInput={(event) => set({ time: event.currentTarget.value || ticked.time })} /></Labelled>
        {ticked.is === "moved" ? <Labelled id={id("people")} label={t("tick.people")}><input class="input" id={id("people")} inputMode="numeric" maxLength={2} value={ticked.people} onInput={(event) => set({ people: event.currentTarget.value.replace(/\D/g, "") })} /></Labelled> : null}
        {ticked.is === "refused" ? <Labelled id={id("witness")} label={t("tick.witness")}><input class="input" id={id("witness")} maxLength={40} value={ticked.witness} aria-invalid={wrong ? "true" : undefined} aria-describedby={wrong ? id("wrong") : undefined} onInput={(event) => set({ witness: event.currentTarget.value })} />
          {wrong ? <p class="wrong" id={id("wrong")}>{t("enter.witness-needed")}</p> : null}</Labelled> : null}
        <Labelled id={id("words")} label={t("tick.words")}><input class="input" id={id("words")} maxLength={200} value={ticked.words} onInput={(event) => set({ words: event.currentTarget.value })} /></Labelled>
      </> : null}
    </section>
  );
};
