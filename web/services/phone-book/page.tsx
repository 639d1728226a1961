import { useState } from "preact/hooks";
import { definePage } from "../../core/pages.ts";
import { Button } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { BOOK, isKeeper, wholeBook } from "./book.ts";
import { PaperCard } from "./card.tsx";
import { Edit } from "./edit.tsx";
import { EntryLine } from "./entry-line.tsx";

const Book = () => {
  const [adding, add] = useState(false);
  const book = useLoad(wholeBook);
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <State of={book}>{({ items }) => items.length === 0 ? <Empty>{t("empty")}</Empty> : <>{items.map((entry) => <EntryLine key={`${entry.id}${entry.version}`} entry={entry} reload={book.reload} />)}</>}</State>
      {isKeeper() ? adding ? <Edit onDone={() => { add(false); book.reload(); }} /> : <Button icon="phone" onPress={() => add(true)}>{t("add")}</Button> : null}
      <div class="sheet unprinted">
        <Line href={at(BOOK, "wall")} icon="print">{t("print.wall")}</Line>
        <Line href={at(BOOK, "pocket")} icon="print">{t("print.pocket")}</Line>
      </div>
    </>
  );
};

/** Useful numbers: one press calls; on paper for the wall and the pocket. */
export const page = definePage({ name: "services/phone-book", view: ({ here }) => { const [size] = here.rest; return size === "wall" || size === "pocket" ? <PaperCard size={size} /> : <Book />; } });
