import { useState } from "preact/hooks";
import type * as z from "zod";
import type { Sheet, SheetLine } from "../../../shared/alerts/door-sheets/contract.ts";
import { call } from "../../core/client/client.ts";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { queue } from "../../core/offline/queue.ts";
import { useTaken } from "../../core/offline/use-kept.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { clock } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { EntryLine, wrongWith } from "./entry-line.tsx";
import type { Ticked } from "./entry-line.tsx";
import { instantOf } from "./past-time.ts";

type Line = z.output<typeof SheetLine>;
const MOST = 40;
const EMPTY = (): Ticked => ({ is: "", time: clock(Date.now()), people: "", witness: "", words: "" });

const bodyOf = (line: Line, ticked: Ticked, now: number) => ({
  household: line.household, is: ticked.is as Exclude<Ticked["is"], "">, at: instantOf(ticked.time, now, clock(now)),
  ...(ticked.is === "moved" && ticked.people !== "" ? { people: Number(ticked.people) } : {}), ...(ticked.is === "refused" ? { witness: ticked.witness.trim() } : {}), ...(ticked.words.trim() ? { words: ticked.words.trim() } : {}),
});

/** What was sent: taken, or still on this phone only. */
const Sent = ({ keys, n, warning }: { keys: readonly string[]; n: number; warning: string }) => {
  const taken = useTaken(keys);
  const waits = keys.some((key) => !taken?.has(key));
  return (
    <Card tone={waits ? "careful" : "good"}>
      <p role="status"><b>{t(waits ? "enter.kept" : "enter.sent", { n })}</b></p><p>{t("enter.conflict")}</p>
      <LinkButton href={at("alerts/roll-call", warning)}>{t("enter.roll")}</LinkButton>
    </Card>
  );
};

const Entering = ({ sheet, warning }: { sheet: z.output<typeof Sheet>; warning: string }) => {
  const [by, setBy] = useState(sheet.sweeper);
  const [ticks, set] = useState<Readonly<Record<string, Ticked>>>({});
  const [checked, check] = useState(false);
  const [sent, setSent] = useState<{ readonly keys: readonly string[]; readonly n: number } | undefined>();
  const chosen = sheet.lines.filter((line) => ticks[line.household]?.is);
  const save = async (): Promise<void> => {
    check(true);
    if (chosen.length === 0 || !by.trim() || chosen.some((line) => wrongWith(ticks[line.household]!))) return;
    const now = Date.now();
    const all = chosen.map((line) => bodyOf(line, ticks[line.household]!, now));
    const keys: string[] = [];
    for (let from = 0; from < all.length; from += MOST) {
      const some = all.slice(from, from + MOST);
      keys.push(await queue.send("alerts/door-sheets", "enter", { params: { warning, id: sheet.id }, body: { by: by.trim(), ticks: some } }, { title: t("enter.kept-title", { number: sheet.number, n: some.length }) }));
    }
    set({});
    check(false);
    setSent({ keys, n: all.length });
    scrollTo(0, 0);
  };
  return (
    <>
      <h1>{t("enter.title", { number: sheet.number })}</h1>
      {sent ? <Sent {...sent} warning={warning} /> : null}
      <KeptList feature="alerts/door-sheets" />
      <p>{t("enter.what")}</p>
      <div class="field"><label for="by">{t("enter.by")}</label><input class="input" id="by" value={by} maxLength={40} aria-invalid={checked && !by.trim() ? "true" : undefined} aria-describedby={checked && !by.trim() ? "by-wrong" : undefined} onInput={(event) => setBy(event.currentTarget.value)} />
        {checked && !by.trim() ? <p class="wrong" id="by-wrong">{t("enter.by-needed")}</p> : null}</div>
      {sheet.lines.map((line) => <EntryLine key={line.household} line={line} ticked={ticks[line.household] ?? EMPTY()} checked={checked} onChange={(next) => set({ ...ticks, [line.household]: next })} />)}
      {checked && chosen.length === 0 ? <p class="wrong" role="alert">{t("enter.nothing")}</p> : null}
      <LinkButton href={at("alerts/door-sheets", warning)}>{t("title")}</LinkButton>
      <Button kind="primary" onPress={save}>{t("enter.save", { n: chosen.length })}</Button>
    </>
  );
};

/** What was ticked on paper, entered later with the real times. */
export const Enter = ({ warning, sheet }: { warning: string; sheet: string }) => {
  const loaded = useLoad(() => call("alerts/door-sheets", "one", { params: { warning, id: sheet } }), [warning, sheet]);
  return <State of={loaded}>{(found) => <Entering sheet={found} warning={warning} />}</State>;
};
