import { useState } from "preact/hooks";
import type { BoardLine, RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Card, Section } from "../../core/parts/card.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { clock } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";
import { rollOf } from "./roll.ts";

interface Word { readonly id: string; readonly phone: string; readonly text: string; readonly at: string; readonly help: boolean }
const SHOWN = 8;

/** Finding the house of a message: the village, then its number or its head, then one tap on the house. */
const Place = ({ word, warning, villages, onPlaced }: { word: Word; warning: string; villages: readonly BoardLine[]; onPlaced: () => void }) => {
  const [village, setVillage] = useState(villages.length === 1 ? villages[0]!.village : "");
  const [seek, setSeek] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const roll = useLoad<readonly RollLine[]>(async () => village ? (await rollOf(warning, "all", undefined, village)).items : [], [village]);
  const found = seek.trim() ? (roll.data ?? []).filter(({ no, head }) => no === seek.trim() || no.startsWith(seek.trim()) || head.includes(seek.trim())).slice(0, SHOWN) : [];
  const place = (household: string): Promise<void> => call("alerts/answers", "place", { params: { id: word.id }, body: { village, warning, household } }).then(onPlaced, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <div class="field"><label for={`v-${word.id}`}>{t("unplaced.village")}</label>
        <select class="input" id={`v-${word.id}`} value={village} onChange={(event) => setVillage(event.currentTarget.value)}><option value="">{t("field.choose")}</option>{villages.map((each) => <option key={each.village} value={each.village}>{pick(each.names)}</option>)}</select></div>
      {village ? <div class="field"><label for={`s-${word.id}`}>{t("unplaced.search")}</label><input class="input" id={`s-${word.id}`} value={seek} onInput={(event) => setSeek(event.currentTarget.value)} /></div> : null}
      {roll.problem ? <ProblemLine problem={roll.problem} onRetry={roll.reload} /> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {found.map((line) => <Button key={line.household} onPress={() => place(line.household)}>{t("unplaced.it", { no: line.no, head: line.head })}</Button>)}
      {village && seek.trim() && roll.data && found.length === 0 ? <p class="hush" role="status">{t("unplaced.nothing")}</p> : null}
    </>
  );
};

/** Messages of which nobody knows the house, a call for help on top; each has its telephone. */
export const Unplaced = ({ warning, count, villages, onPlaced }: { warning: string; count: number; villages: readonly BoardLine[]; onPlaced: () => void }) => {
  const [open, setOpen] = useState("");
  const loaded = useLoad(async () => count === 0 ? [] : (await call("alerts/answers", "unplacedOfCounty", { query: { limit: 100 } })).items.filter(({ placed }) => !placed).sort((a, b) => Number(b.help) - Number(a.help)), [count]);
  const words = loaded.data ?? [];
  if (words.length === 0) return loaded.problem ? <ProblemLine problem={loaded.problem} onRetry={loaded.reload} /> : null;
  return (
    <Section title={t("unplaced")}>{words.map((word) => (
      <Card key={word.id} {...(word.help ? { tone: "bad" as const } : {})}>
        <p>{word.help ? <><Badge tone="bad">{t("unplaced.help")}</Badge> </> : null}<b>{word.text}</b> <small>{clock(word.at)}</small></p>
        {word.phone ? <LinkButton href={`tel:${word.phone}`} icon="phone" {...(word.help ? { kind: "danger" as const } : {})}>{t("unplaced.call", { phone: word.phone })}</LinkButton> : null}
        <Button onPress={() => setOpen(open === word.id ? "" : word.id)}>{t(open === word.id ? "unplaced.close" : "unplaced.find")}</Button>
        {open === word.id ? <Place word={word} warning={warning} villages={villages} onPlaced={() => { setOpen(""); loaded.reload(); onPlaced(); }} /> : null}
      </Card>
    ))}</Section>
  );
};
