import { useEffect, useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { holdCard } from "../../core/hands.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { pick, t } from "../../core/words.ts";

/** What a card's square code brought along: behind the #, which no server and no log ever sees. */
const scanned = (): string => location.hash.slice(1).replace(/[^A-Za-z]/g, "").slice(0, 10).toUpperCase();
interface Warning { readonly link: string; readonly headline: Readonly<Record<string, string>> }

/** Running warnings of the card's house: answered with the letters alone, before any figures. */
const Warnings = ({ items }: { items: readonly Warning[] }) => (items.length === 0 ? null
  : <Section title={t("card.warning")}><div class="sheet">{items.map(({ link, headline }) => <Line key={link} href={`/w/${link}`} icon="warning">{pick(headline)}</Line>)}</div></Section>);

const wrongOf = (problem: ProblemBody | undefined) => {
  const help = String(problem?.detail?.["phone"] ?? boot.helpPhone);
  return problem?.type === "resting" && help ? <LinkButton href={`tel:${help}`} icon="phone">{t("call", { phone: help })}</LinkButton> : null;
};
/** A household card or a pendant on somebody's phone, for one matter; the first time its four figures are chosen. */
export const CardStep = () => {
  const [choosing, choose] = useState(false);
  const [kept, keep] = useState(scanned);
  const [said, say] = useState(false);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const look = (code: string): void => { if (code.replace(/[^A-Za-z]/g, "").length === 10) call("platform/sign-in", "cardWarnings", { body: { code }, quiet: true }).then(({ items }) => setWarnings(items), () => undefined); };
  const send = async (body: { code: string; figures: string }): Promise<void> => {
    keep(body.code);
    if (choosing) {
      await call("platform/sign-in", "setFigures", { body, quiet: true });
      choose(false);
      say(true);
      return;
    }
    try {
      const { person, name, village, household, until } = await call("platform/sign-in", "showCard", { body, quiet: true });
      await holdCard({ person, name, village, until, whos: { [village]: household ? ["villager", "household"] : ["villager"] } });
      location.replace(`/v/${village}`);
    } catch (thrown) {
      if (problemOf(thrown).type !== "figures-not-set") throw thrown;
      choose(true);
    }
  };
  const form = useForm("platform/sign-in", choosing ? "setFigures" : "showCard", { start: { code: kept, figures: "" }, draft: "none", send });
  // Figures are typed anew each time: nothing of them stays on the phone.
  useEffect(() => { for (const key of Object.keys(localStorage)) if (key.startsWith("draft:platform/sign-in:")) localStorage.removeItem(key); });
  return (
    <>
      <h1>{t(choosing ? "card.choose" : "card.title")}</h1>
      <p>{t(choosing ? "card.choose.note" : "card.note")}</p>
      {said ? <p class="card good" role="status">{t("card.ready")}</p> : null}
      <Warnings items={warnings} />
      <Form form={form} submit={t(choosing ? "card.set" : "card.enter")}>
        <div onFocusOut={() => look(String(form.values.code))}><Field form={form} name="code" label={t("card.code")} hint={t("card.code.hint")} /></div>
        <Field form={form} name="figures" kind="code" label={t("card.figures")} />
        {wrongOf(form.problem)}
      </Form>
    </>
  );
};
