import type { AnswerPage } from "../../../shared/alerts/answers/contract.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { at, base } from "../../core/router.ts";
import { WarningScreen } from "../../core/warning/screen.tsx";
import { pick, t } from "../../core/words.ts";
import { Calls } from "./calls.tsx";
import { Over } from "./over.tsx";
import { useSaying } from "./saying.ts";
import type { Way } from "./saying.ts";

const SILENT: readonly AnswerPage["state"][] = ["not-reached"];

/** The warning for one house, what it has said, and what the village knows of it. */
export const House = ({ page, way, reload }: { page: AnswerPage; way: Way; reload: () => void }) => {
  const saying = useSaying(way, page.sleepers, reload);
  const { last, state, problem, say } = saying;
  if (page.over) return <Over page={page} saying={saying} />;
  const missing = last?.kind === "left" ? page.sleepers - last.people : 0;
  const hazard = t(`hazard.${page.hazard}`);
  return (
    <>
      {last?.kind === "help" ? <Calls page={page} told={state === "told"} /> : null}
      {missing > 0 && last?.kind === "left" ? <Card tone="careful"><p>{t("partly.card", { sleepers: page.sleepers, people: last.people, missing })}</p></Card> : null}
      <WarningScreen
        warning={{ id: page.warning, colour: page.colour, hazard: page.drill ? t("drill.of", { hazard }) : hazard, headline: page.headline, what: page.what, until: page.expires, sent: page.issuedAt, from: page.from }}
        sleepers={page.sleepers} leave={page.ask === "leave"} answer={say} {...(last && state ? { said: { answer: last, state } } : {})} {...(problem ? { problem } : {})}
        phone={page.phone} details={at("alerts/warnings", page.warning)} home={`${base()}?calm`} />
      {SILENT.includes(page.state) ? null : <p class="meta">{t("seen.from")} <b>{t(`state.${page.state}`)}</b> · {t("again")}</p>}
      <p class="meta">{t("house", { village: pick(page.villageNames), no: page.no })}</p>
      {last?.kind === "help" ? null : <LinkButton href={`tel:${page.emergency}`} icon="phone">{t("call.emergency", { phone: page.emergency })}</LinkButton>}
    </>
  );
};
