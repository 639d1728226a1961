import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { entriesOf, isCadre } from "./book.ts";
import type { Book } from "./book.ts";
import { BookEditor } from "./book-editor.tsx";

const FEATURE = "alerts/contacts";

/** Once a year: are the numbers still right? One press says so. */
const Checked = ({ book, onChecked }: { book: Book; onChecked: () => void }) => (book.checkDue
  ? <Card tone="careful"><p>{t("check.due")}</p><Button icon="done" onPress={() => call(FEATURE, "confirm", {}).then(onChecked)}>{t("check.yes")}</Button></Card>
  : <p class="meta">{book.checked ? t("checked", { date: day(book.checked) }) : t("checked.never")}</p>);

/** The household's own numbers. */
export const Mine = () => {
  const found = useLoad(async () => {
    const [book, house] = await Promise.all([call(FEATURE, "mine", {}), call("affairs/households", "mine", {})]);
    return { book, people: house.people };
  });
  const [version, seen] = useState<number | undefined>();
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <State of={found}>{({ book, people }) => (
        <>
          {book.entries.length > 0 ? <Checked book={book} onChecked={found.reload} /> : null}
          <BookEditor book={book} people={people} own onSave={async (rows) => { const saved = await call(FEATURE, "edit", { body: { entries: entriesOf(rows) }, ifMatch: version ?? book.version }); seen(saved.version); }} />
        </>
      )}</State>
      {isCadre() ? <div class="sheet"><Line href={at(FEATURE, "dead")} icon="alert">{t("desk.dead")}</Line><Line href={at(FEATURE, "checks")} icon="checklist">{t("desk.checks")}</Line></div> : null}
      <LinkButton href={at("affairs/households")} icon="house">{t("home")}</LinkButton>
    </>
  );
};
