import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { has, t } from "../../core/words.ts";
import { changeWords, houseWords, isCadre } from "./household.ts";
import type { Correction, Whole } from "./household.ts";
import { Sleepers } from "./sleepers.tsx";

const FEATURE = "affairs/households";
const CorrectionCard = ({ correction, house }: { correction: Correction; house: Whole }) => (
  <div class="card"><p>{changeWords(correction.change, house.people)}</p>
    <p class={`calm ${correction.state === "accepted" ? "good" : ""}`}>{t(`state.${correction.state}`, { reason: correction.reason ?? "" })}</p><p><small>{when(correction.history.at(-1)?.at ?? Date.now())}</small></p>
  </div>
);

/** For an office: the way to every household and to what waits to be checked. */
export const Desk = () => {
  const count = useLoad(() => call(FEATURE, "count", {}));
  return (
    <div class="sheet">
      <Line href={at(FEATURE, "all")} icon="village" {...(count.data ? { note: t("desk.all.note", { ...count.data }) } : {})}>{t("desk.all")}</Line>
      <Line href={at(FEATURE, "corrections")} icon="list-check">{t("desk.corrections")}</Line>
    </div>
  );
};

const House = ({ house }: { house: Whole }) => (
  <>
    <p class="meta">{houseWords(house)}</p>
    {house.emptyChecked ? <p class="card careful">{t("empty", { date: day(house.emptyChecked) })}</p> : null}
    <Sleepers key={house.version} people={house.people} onSave={(people) => call(FEATURE, "sleeping", { body: { people } })} />
    <Section title={t("hazards")}><p class="card">{house.hazards.map((code) => (has(`hazard.${code}`) ? t(`hazard.${code}`) : code)).join("、") || t("hazards.none")}</p></Section>
    <div class="sheet">
      <Line href={at("alerts/contacts")} icon="phone" note={t("phones.note")}>{t("phones")}</Line>
      <Line href={at(FEATURE, "looks")} icon="eye">{t("looks")}</Line>
      <Line href={at(FEATURE, "correct")} icon="tool">{t("correct")}</Line>
    </div>
    <Section title={t("corrections")}>
      <List load={(cursor) => call(FEATURE, "ownCorrections", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("corrections.none")} when={[house.version]} item={(each) => <CorrectionCard key={each.id} correction={each} house={house} />} />
    </Section>
    {isCadre() ? <Desk /> : null}
  </>
);

/** One's own household: who sleeps at home, what is held, who looked, what was asked to be put right. */
export const Mine = () => {
  const house = useLoad(() => call(FEATURE, "mine", {}));
  return <><h1>{t("title")}</h1><State of={house}>{(found) => <House house={found} />}</State></>;
};

/** Who opened our record, from which office and what for. */
export const Looks = () => (
  <>
    <h1>{t("looks")}</h1>
    <p class="hush">{t("looks.note")}</p>
    <List load={(cursor) => call(FEATURE, "looks", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("looks.none")}
      item={(look) => <div class="card" key={look.id}><p><b>{t("looks.said", { office: t(`office.${look.office.replace(/^\w+:/, "")}`), name: look.name })}</b></p><p>{t("looks.for", { purpose: t(`purpose.${look.purpose}`) })}{look.note ? `（${look.note}）` : ""}</p><small>{when(look.at)}</small></div>} />
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
  </>
);
