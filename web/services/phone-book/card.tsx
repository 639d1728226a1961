import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { BOOK, wholeBook } from "./book.ts";

ownStyle(".numbers{width:100%;border-collapse:collapse}.numbers th,.numbers td{padding:6px 4px;border-bottom:1px solid;text-align:start;overflow-wrap:anywhere}.numbers td{font-weight:700}@media print{.numbers.wall{font-size:22pt}.numbers.pocket{width:85mm;font-size:8pt}.numbers.pocket th,.numbers.pocket td{padding:1mm}}");

/** The book on paper: large for the wall, or as large as a bank card for the pocket. */
export const PaperCard = ({ size }: { size: "wall" | "pocket" }) => {
  const book = useLoad(wholeBook);
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={book}>{({ items }) => (
        <>
          <table class={`numbers ${size}`}><tbody>{items.map(({ id, name, number }) => <tr key={id}><th scope="row">{name}</th><td>{number}</td></tr>)}</tbody></table>
          {items.length > 0 ? <p><small>{t("card.checked", { when: day(items.map(({ checkedAt }) => checkedAt).sort()[0]!) })}</small></p> : null}
        </>
      )}</State>
      <Button kind="primary" icon="print" onPress={printPage}>{t(`print.${size}`)}</Button>
      <LinkButton href={at(BOOK)}>{t("all")}</LinkButton>
    </>
  );
};
