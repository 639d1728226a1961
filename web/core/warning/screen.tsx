import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import type { HomeWarning } from "../home/shape.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { Stepper } from "../parts/picker.tsx";
import { ReadAloud } from "../parts/read-aloud.tsx";
import { ProblemLine } from "../parts/state.tsx";
import { clock, when } from "../parts/time.ts";
import { pick, t } from "../words.ts";

/** What a household can say; `people` is how many left, or how many stayed. */
export type HouseAnswer =
  | { readonly kind: "left"; readonly people: number }
  | { readonly kind: "help" }
  | { readonly kind: "stayed"; readonly people: number }
  | { readonly kind: "away" }
  | { readonly kind: "got-it" };

export interface WarningScreenProps {
  readonly warning: HomeWarning;
  /** How many sleep there; the answers are absent where the house is not known. */
  readonly sleepers?: number;
  /** Whether people are asked to leave; otherwise the first answer is "we know, we are all right". */
  readonly leave?: boolean;
  readonly answer?: (answer: HouseAnswer) => Promise<void>;
  /** What was said last, and whether the server has it. */
  readonly said?: { readonly answer: HouseAnswer; readonly state: "sending" | "on-this-phone" | "told" };
  readonly problem?: ProblemBody;
  readonly phone?: string;
  readonly details?: string;
  /** Where "answer for my house" leads when the house is not known. */
  readonly identify?: string;
  readonly home?: string;
}

const Answered = ({ said, answer }: { said: NonNullable<WarningScreenProps["said"]>; answer: (answer: HouseAnswer) => Promise<void> }) => {
  const before = "people" in said.answer ? said.answer.people : 0;
  const [people, set] = useState(before);
  return (
    <div class={`card ${said.answer.kind === "help" ? "bad" : said.state === "told" ? "good" : "careful"}`} role="status">
      <p><b>{t(`said.${said.answer.kind}`, { n: before })}</b> {t(`said.${said.state}`)}</p>
      {"people" in said.answer ? <><Stepper label={t(`said.how-many-${said.answer.kind}`)} value={people} onChange={set} min={1} fewer={t("stepper.fewer")} more={t("stepper.more")} />
        {people === before ? null : <Button kind="primary" onPress={() => answer({ kind: said.answer.kind as "left" | "stayed", people })}>{t("said.correct", { n: people })}</Button>}</> : null}
    </div>
  );
};

/**
 * The warning that takes the whole screen: what to do, then the answers. The first three answers must be seen without scrolling at 30 px,
 * 360 × 740 and 320 wide, in both languages: keep this short. An answer leaves with one press; the number can be set right afterwards.
 */
export const WarningScreen = ({ warning, sleepers = 0, leave = true, answer, said, problem, phone, details, identify, home }: WarningScreenProps) => (
  <div class={`screen ${warning.colour}`}>
    <section class="what"><h1>{t(`colour.${warning.colour}`)} · {pick(warning.hazard)}</h1><p>{pick(warning.what)}</p></section>
    {problem ? <ProblemLine problem={problem} /> : null}
    {said && answer ? <Answered said={said} answer={answer} key={JSON.stringify(said.answer)} /> : null}
    {answer ? (
      <div class="answers">
        {leave ? <Button kind="primary" onPress={() => answer({ kind: "left", people: Math.max(1, sleepers) })}>{sleepers > 0 ? t("answer.left", { n: sleepers }) : t("answer.left-all")}</Button>
          : <Button kind="primary" onPress={() => answer({ kind: "got-it" })}>{t("answer.got-it")}</Button>}
        <Button kind="danger" onPress={() => answer({ kind: "help" })}>{t("answer.help")}</Button>
        {leave ? <Button onPress={() => answer({ kind: "stayed", people: 1 })}>{t("answer.stayed")}</Button> : null}
        <Button onPress={() => answer({ kind: "away" })}>{t("answer.away")}</Button>
      </div>
    ) : (
      <div class="answers">
        {phone ? <LinkButton href={`tel:${phone}`} kind="danger" icon="phone">{t("answer.help-call")}</LinkButton> : null}
        {identify ? <LinkButton href={identify} kind="primary">{t("answer.for-my-house")}</LinkButton> : null}
      </div>
    )}
    <ReadAloud text={`${t(`colour.${warning.colour}`)}。${pick(warning.hazard)}。${pick(warning.what)}`} label={t("answer.read")} />
    <p class="meta">{warning.sent ? t("warning.sent", { at: clock(warning.sent) }) : ""} {warning.until ? t("warning.until", { at: when(warning.until) }) : ""}{warning.from ? ` · ${pick(warning.from)}` : ""}</p>
    {answer && phone ? <LinkButton href={`tel:${phone}`} icon="phone">{t("warning.call", { phone })}</LinkButton> : null}
    {details ? <LinkButton href={details}>{t("warning.details")}</LinkButton> : null}
    {home ? <LinkButton href={home}>{t("frame.home")}</LinkButton> : null}
  </div>
);
