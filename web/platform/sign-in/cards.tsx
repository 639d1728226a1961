import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { qrPath } from "../../core/parts/qr.ts";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { here } from "../../core/router.ts";
import { t } from "../../core/words.ts";

type Card = Answer<"platform/sign-in", "ownCards">["items"][number];
type Issued = Answer<"platform/sign-in", "issueCard">;

const CardLine = ({ card, onLost }: { card: Card; onLost: () => Promise<unknown> }) => (
  <div class="card">
    <p><b>{card.name}</b> · {t(`card.kind.${card.kind}`)}<br /><small>{day(card.at)}</small> <Badge tone={card.state === "active" ? "good" : card.state === "issued" ? "careful" : "bad"}>{t(`card.state.${card.state}`)}</Badge></p>
    {["issued", "active"].includes(card.state) ? <Confirm label={t("card.lost")} question={t("card.lost.ask")} onYes={onLost} /> : null}
  </div>
);
/** The cards of one house, with "lost" beside each that opens something. */
const Cards = ({ household, round }: { household?: string; round: number }) => {
  const [changed, change] = useState(0);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const lost = (id: string): Promise<unknown> => call("platform/sign-in", "lost", { params: { id }, body: {} }).then(() => change((n) => n + 1), (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      <List when={[changed, round]} empty={t("cards.none")} item={(card: Card) => <CardLine card={card} onLost={() => lost(card.id)} />}
        load={(cursor) => household ? call("platform/sign-in", "cardsOf", { params: { household }, query: { cursor } }) : call("platform/sign-in", "ownCards", { query: { cursor } })} />
    </>
  );
};
export const OwnCards = () => <><h1>{t("cards.title")}</h1><p>{t("cards.note")}</p><Cards round={0} /></>;

/** The card as it is printed and cut out: the letters, the square code, what it is for. The figures stand nowhere on it. */
const Printed = ({ issued }: { issued: Issued }) => {
  const { size, path } = qrPath(`${location.origin}/v/${here().village}/platform/sign-in/card#${issued.code.replace("-", "")}`);
  return (
    <div class="card good">
      <h2>{issued.card.name}</h2>
      <svg viewBox={`0 0 ${size} ${size}`} width="180" height="180" role="img" aria-label={t("card.qr")}><rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" /></svg>
      <p><b>{issued.code}</b></p>
      <p>{t("card.print.note")}</p>
      <Button icon="print" onPress={() => print()}>{t("card.print")}</Button>
    </div>
  );
};
/** A cadre makes a card for somebody of a house; the person chooses the four figures afterwards. */
export const IssueCards = ({ household }: { household: string }) => {
  const house = useLoad(() => call("affairs/households", "look", { params: { id: household }, body: { purpose: "records", note: t("card.purpose") } }), [household]);
  const [person, pickPerson] = useState("");
  const [kind, pickKind] = useState<Card["kind"]>("card");
  const [issued, show] = useState<Issued | undefined>();
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const issue = (): Promise<void> => call("platform/sign-in", "issueCard", { body: { household, person, kind } }).then((answer) => { show(answer); setProblem(undefined); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      <h1>{t("cards.issue")}</h1>
      <p>{t("cards.issue.note")}</p>
      <State of={house}>{({ people }) => (
        <>
          <Picker label={t("cards.for")} value={person} choices={people.map((each) => ({ value: each.person, label: each.name }))} onPick={pickPerson} />
          <Picker label={t("cards.kind")} value={kind} choices={(["card", "pendant"] as const).map((value) => ({ value, label: t(`card.kind.${value}`) }))} onPick={(value) => pickKind(value as Card["kind"])} />
          {issued ? <Printed issued={issued} /> : null}
          {problem ? <ProblemLine problem={problem} /> : null}
          <Section title={t("cards.title")}><Cards household={household} round={issued ? 1 : 0} /></Section>
          <Button kind="primary" disabled={person === ""} onPress={issue}>{t("cards.make")}</Button>
        </>
      )}</State>
    </>
  );
};
