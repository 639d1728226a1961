import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { entriesOf, houseWords } from "./book.ts";
import { BookEditor } from "./book-editor.tsx";

const FEATURE = "alerts/contacts";
const Back = () => <LinkButton href={at(FEATURE)}>{t("title")}</LinkButton>;

/** Numbers where nothing arrives: somebody goes there and asks. */
export const Dead = () => (
  <>
    <h1>{t("dead.title")}</h1>
    <List load={(cursor) => call(FEATURE, "dead", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("dead.none")}
      item={(visit) => <Line href={at(FEATURE, visit.household)} icon="alert" note={[...(visit.reached ? [] : [t("dead.unreached")]), ...visit.numbers.map(({ name, phone }) => `${name} ${phone}`)].join(" · ")}>{houseWords(visit)}</Line>} />
    <Back />
  </>
);
/** Books nobody has confirmed within a year. */
export const Checks = () => (
  <>
    <h1>{t("checks.title")}</h1>
    <List load={(cursor) => call(FEATURE, "checks", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("checks.none")}
      item={(check) => <Line href={at(FEATURE, check.household)} icon="checklist" note={[check.checked ? t("checked", { date: day(check.checked) }) : t("checked.never"), t("phones.n", { n: check.phones })].join(" · ")}>{houseWords(check)}</Line>} />
    <Back />
  </>
);

/** A household's book as an office sees it: the middle of each number hidden, and kept where it is not written anew. */
export const ForHousehold = ({ household }: { household: string }) => {
  const book = useLoad(() => call(FEATURE, "forHousehold", { params: { household } }), [household]);
  const [version, seen] = useState<number | undefined>();
  return (
    <>
      <h1>{t("for.title")}</h1>
      <p class="hush">{t("for.note")}</p>
      <State of={book}>{(found) => (
        <BookEditor book={found} own={false} people={found.entries.filter((each, n) => found.entries.findIndex((other) => other.person === each.person) === n)}
          onSave={async (rows) => { const saved = await call(FEATURE, "editFor", { params: { household }, body: { entries: entriesOf(rows) }, ifMatch: version ?? found.version }); seen(saved.version); }} />
      )}</State>
      <LinkButton href={at("affairs/households", household)}>{t("back")}</LinkButton>
    </>
  );
};
