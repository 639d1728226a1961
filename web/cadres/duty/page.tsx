import { definePage } from "../../core/pages.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { DUTY, isCadre, isPlanner, loadBoard } from "./duty.ts";
import { Cards, Now, Roster } from "./now.tsx";
import { Notes, OwnCard } from "./own-card.tsx";
import { Plan } from "./plan.tsx";

const Whom = () => {
  const board = useLoad(loadBoard);
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={board}>{(seen) => <><Now now={seen.now} /><Cards cards={seen.cards} /><Roster board={seen} /></>}</State>
      {isCadre() ? (
        <Section title={t("manage")} unprinted>
          <div class="sheet">
            <Line href={at(DUTY, "notes")} icon="talk">{t("notes")}</Line>
            <Line href={at(DUTY, "card")} icon="id-badge">{t("card.mine")}</Line>
            {isPlanner() ? <Line href={at(DUTY, "plan")} icon="date">{t("plan")}</Line> : null}
          </div>
        </Section>
      ) : null}
      <Button icon="print" onPress={printPage}>{t("print")}</Button>
    </>
  );
};

/** Whom to ask: who does what, and who is on duty now. */
export const page = definePage({
  name: "cadres/duty",
  view: ({ here }) => {
    const [part] = here.rest;
    return part === undefined ? <Whom /> : <>{part === "plan" ? <Plan /> : part === "card" ? <OwnCard /> : <Notes />}<LinkButton href={at(DUTY)}>{t("all")}</LinkButton></>;
  },
});
