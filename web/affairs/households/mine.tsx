import { call } from "../../core/client/client.ts";
import { BigButton, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { prefs } from "../../core/prefs.ts";
import { at } from "../../core/router.ts";
import { has, t } from "../../core/words.ts";
import { about, changeWords, houseWords, isCadre, officeWords, stateOf } from "./household.ts";
import type { Correction, Whole } from "./household.ts";
import { Sleepers } from "./sleepers.tsx";

const FEATURE = "affairs/households";
const CorrectionCard = ({ correction, house }: { correction: Correction; house: Whole }) => (
  <div class="card"><p>{changeWords(correction.change, house.people)}</p>
    <p class={`calm ${correction.state === "accepted" ? "good" : ""}`}>{stateOf(correction)}</p><p><small>{when(correction.history.at(-1)?.at ?? Date.now())}</small></p>
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

const Asked = ({ house }: { house: Whole }) => (
  <List load={(cursor) => call(FEATURE, "ownCorrections", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("corrections.none")} when={[house.version]} item={(each) => <CorrectionCard key={each.id} correction={each} house={house} />} />
);
const Tonight = ({ house }: { house: Whole }) => <Sleepers key={house.version} people={house.people} onSave={(people) => call(FEATURE, "sleeping", { body: { people } })} />;
const dangers = (house: Whole): string => house.hazards.map((code) => (has(`hazard.${code}`) ? t(`hazard.${code}`) : code)).join("、") || t("hazards.none");

/** Everything that is held about the household, and nothing else. */
const Held = ({ house }: { house: Whole }) => (
  <>
    <p class="hush">{t("held.note")}</p>
    <div class="sheet">
      <Line icon="house" note={`${t("held.order")} ${house.order}`}>{houseWords(house)}</Line>
      <Line icon="alert" note={dangers(house)}>{t("hazards")}</Line>
      {house.people.map((each) => <Line key={each.person} icon="me" note={[about(each), t(each.sleepsHere ? "held.sleeps" : "held.away")].filter(Boolean).join(" · ")}>{each.name}</Line>)}
      <Line href={at("alerts/contacts")} icon="phone" note={t("phones.note")}>{t("phones")}</Line>
      <Line href={at("platform/privacy", "consents")} icon="done">{t("held.consents")}</Line>
      <Line href={at(FEATURE, "looks")} icon="eye">{t("looks")}</Line>
    </div>
    {house.emptyChecked ? <p class="card careful">{t("empty", { date: day(house.emptyChecked) })}</p> : null}
    <LinkButton kind="primary" href={at(FEATURE, "correct")}>{t("correct")}</LinkButton>
  </>
);

const Ways = () => (
  <div class="sheet">
    <Line href={at(FEATURE, "held")} icon="checklist">{t("held")}</Line>
    <Line href={at("alerts/contacts")} icon="phone" note={t("phones.note")}>{t("phones")}</Line>
    <Line href={at(FEATURE, "looks")} icon="eye">{t("looks")}</Line>
    <Line href={at(FEATURE, "correct")} icon="tool">{t("correct")}</Line>
  </div>
);
const House = ({ house }: { house: Whole }) => (
  <>
    <p class="meta">{houseWords(house)}</p>
    {house.emptyChecked ? <p class="card careful">{t("empty", { date: day(house.emptyChecked) })}</p> : null}
    <Tonight house={house} />
    <Section title={t("hazards")}><p class="card">{dangers(house)}</p></Section>
    <Ways />
    <Section title={t("corrections")}><Asked house={house} /></Section>
    {isCadre() ? <Desk /> : null}
  </>
);
/** In elder mode each thing has a page of its own; this one only leads there. */
const Choices = () => (
  <>
    <BigButton href={at(FEATURE, "tonight")} label={t("tonight")} news={t("tonight.news")} />
    <BigButton href={at(FEATURE, "held")} label={t("held.short")} news={t("held")} />
    <BigButton href={at(FEATURE, "looks")} label={t("looks.short")} news={t("looks.note")} />
    <BigButton href={at(FEATURE, "asked")} label={t("asked.short")} news={t("corrections")} />
    <LinkButton href={at(FEATURE, "correct")}>{t("correct")}</LinkButton>
  </>
);

/** One's own household: who sleeps at home, what is held, who looked, what was asked to be put right. */
export const Mine = () => {
  const house = useLoad(() => call(FEATURE, "mine", {}));
  return <><h1>{t("title")}</h1>{prefs().mode === "elder" ? <Choices /> : <State of={house}>{(found) => <House house={found} />}</State>}</>;
};
const ONE = { tonight: { title: "tonight", view: Tonight }, held: { title: "held", view: Held }, asked: { title: "corrections", view: Asked } } as const;
/** One thing of the household on a page of its own. */
export const One = ({ what }: { what: keyof typeof ONE }) => {
  const house = useLoad(() => call(FEATURE, "mine", {}));
  const { title, view: View } = ONE[what];
  return <><h1>{t(title)}</h1><State of={house}>{(found) => <View house={found} />}</State><LinkButton href={at(FEATURE)}>{t("back")}</LinkButton></>;
};

/** Who opened our record, from which office and what for. */
export const Looks = () => (
  <>
    <h1>{t("looks")}</h1>
    <p class="hush">{t("looks.note")}</p>
    <List load={(cursor) => call(FEATURE, "looks", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("looks.none")}
      item={(look) => <div class="card" key={look.id}><p><b>{t("looks.said", { office: officeWords(look.office), name: look.name })}</b></p><p>{has(`seen.${look.what}`) ? t(`seen.${look.what}`) : ""} · {t("looks.for", { purpose: has(`purpose.${look.purpose}`) ? t(`purpose.${look.purpose}`) : look.purpose })}{look.note ? `（${look.note}）` : ""}</p><small>{when(look.at)}</small></div>} />
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
  </>
);
