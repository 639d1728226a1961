import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { newKey } from "../../core/client/ask.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Empty, ProblemLine } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { rowsOf } from "./book.ts";
import type { Book, Row } from "./book.ts";
import { RowCard } from "./row-card.tsx";
import type { Person } from "./row-card.tsx";

const MOST = 12;

/** The numbers in the order they are tried. Nothing is sent before "keep": an order changed by mistake is put back by leaving. */
export const BookEditor = ({ book, people, own, onSave }: { book: Book; people: readonly Person[]; own: boolean; onSave: (rows: readonly Row[]) => Promise<unknown> }) => {
  const [rows, set] = useState(() => rowsOf(book));
  const [state, setState] = useState<"" | "unsaved" | "saved">("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const change = (next: Row[]): void => { set(next); setState("unsaved"); setProblem(undefined); };
  const up = (place: number): void => change(rows.map((row, n) => (n === place - 1 ? rows[place]! : n === place ? rows[place - 1]! : row)));
  const add = (): void => change([...rows, { key: newKey(), person: people.find(({ person }) => !rows.some((row) => row.person === person))?.person ?? people[0]!.person, phone: "", language: "zh", canRead: true, hearsBadly: false }]);
  const save = (): Promise<void> => {
    const bare = rows.findIndex(({ phone }) => phone.trim() === "");
    if (bare >= 0) { setProblem({ type: "wrong-field", status: 422, field: `entries.${bare}.phone`, title: t("wrong.phone") }); return Promise.resolve(); }
    return onSave(rows).then(() => setState("saved"), (thrown: unknown) => setProblem(problemOf(thrown)));
  };
  const wrongAt = problem?.field ? Number(problem.field.split(".")[1]) : -1;
  return (
    <>
      {rows.length === 0 ? <Empty>{t("none")}</Empty> : null}
      {rows.map((row, place) => (
        <RowCard key={row.key} row={row} place={place} people={people} own={own} wrong={place === wrongAt ? problem?.title : undefined}
          onChange={(next) => change(rows.map((each) => (each.key === row.key ? next : each)))} onUp={() => up(place)} onRemove={() => change(rows.filter((each) => each.key !== row.key))} />
      ))}
      {rows.length < MOST && people.length > 0 ? <Button icon="phone" onPress={add}>{t("add")}</Button> : null}
      {own && rows.length > 0 ? <p class="hush">{t("stop.note")}</p> : null}
      {problem && wrongAt < 0 ? <ProblemLine problem={problem} /> : null}
      {state ? <p class={`calm ${state === "saved" ? "good" : ""}`} role="status">{t(state)}</p> : null}
      <Button kind="primary" icon="done" onPress={save} disabled={state !== "unsaved"}>{t("save")}</Button>
    </>
  );
};
