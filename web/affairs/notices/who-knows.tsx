import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Tiles } from "../../core/parts/board.tsx";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { groupWords } from "./notice.ts";

const FEATURE = "affairs/notices";
interface House { readonly household: string; readonly no: string; readonly group: string; readonly at: string | null; readonly byOffice: boolean; readonly heard: boolean }

/** One house: when it said so, or the button for whoever has told it at the door. */
const HouseLine = ({ id, house, onTold }: { id: string; house: House; onTold: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [told, tell] = useState(false);
  const say = (): Promise<void> => call(FEATURE, "knowFor", { params: { id, household: house.household } }).then(() => { tell(true); onTold(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const known = told || house.at !== null;
  return (
    <div class="card">
      <p><b>{t("who.house", { group: groupWords(house.group), no: house.no })}</b><br /><small>{!known ? t("known.not") : told || house.byOffice ? t("known.byOffice") : `${t(house.heard ? "known.heard" : "know")} · ${when(house.at!)}`}</small></p>
      {problem ? <ProblemLine problem={problem} /> : null}
      {known ? null : <Button icon="done" onPress={say}>{t("known.for")}</Button>}
    </div>
  );
};

/** Which houses know, by number and without names; those without a word first. */
export const WhoKnows = ({ id }: { id: string }) => {
  const count = useLoad(() => call(FEATURE, "whoKnows", { params: { id }, query: { limit: 1 } }), [id]);
  return (
    <Section title={t("who.knows")}>
      <State of={count}>{({ known, of }) => <Tiles tiles={[{ figure: of - known, label: t("who.not"), ...(of > known ? { tone: "careful" as const } : {}) }, { figure: known, label: t("who.known"), tone: "good" }]} />}</State>
      <List load={async (cursor) => { const page = await call(FEATURE, "whoKnows", { params: { id }, query: { limit: 100, ...(cursor ? { cursor } : {}) } }); return { ...page, items: [...page.items].sort((a, b) => Number(a.at !== null) - Number(b.at !== null)) }; }}
        when={[id]} item={(house) => <HouseLine key={house.household} id={id} house={house} onTold={count.reload} />} />
    </Section>
  );
};
