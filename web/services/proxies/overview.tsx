import { acting, actForSelf } from "../../core/acting.ts";
import { call } from "../../core/client/client.ts";
import { actFor } from "../../core/hands.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at, base, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { isVillager, isWitness, type Consent } from "./consent.ts";

const line = (each: Consent) => (
  <Line href={at("services/proxies", each.id)} note={`${t(`state.word.${each.state}`)} · ${t("i-act.until", { date: day(each.until) })}`}>
    {each.mine === "elder" ? t("for-me.line", { relation: t(`relation.${each.relation}`), name: each.proxyName }) : `${each.elderName} · ${t("one.house", { house: each.house })}`}
  </Line>
);
/** The switch: from now on this page speaks for her, until it is pressed again. */
const IAct = () => {
  const active = useLoad(() => call("services/proxies", "active", {}));
  const now = acting();
  const turn = (elder: string, name: string): void => {
    actFor({ village: here().village ?? "", person: elder, name });
    location.assign(base() || "/");
  };
  return (
    <Section title={t("i-act")}>
      <State of={active}>{({ items }) => items.length === 0 ? <p class="hush">{t("i-act.none")}</p> : <>{items.map((each) => (
        <Card key={each.elder}>
          <p><b>{each.name}</b><br /><small>{t("i-act.until", { date: day(each.until) })}</small></p>
          {now?.person === each.elder ? <><p>{t("i-act.now", { name: each.name })}</p><Button onPress={() => { actForSelf(); location.reload(); }}>{t("i-act.stop")}</Button></>
            : <Button icon="people" onPress={() => turn(each.elder, each.name)}>{t("i-act.start", { name: each.name })}</Button>}
        </Card>
      ))}</>}</State>
    </Section>
  );
};

/** Whom I act for, who may act for me. */
export const Overview = () => (
  <>
    <h1>{t("title")}</h1>
    {isVillager() ? (
      <Section title={t("for-me")} link={at("services/proxies/acts")} more={t("acts.more")}>
        <List load={(cursor) => call("services/proxies", "forMe", { query: { cursor } })} empty={t("for-me.none")} item={line} />
        <LinkButton href={at("services/proxies/invite")}>{t("invite")}</LinkButton>
      </Section>
    ) : null}
    <IAct />
    <Section title={t("asked-by-me")}><List load={(cursor) => call("services/proxies", "mine", { query: { cursor } })} item={line} /></Section>
    {isWitness() ? <LinkButton href={at("services/proxies/desk")}>{t("desk")}</LinkButton> : null}
    <LinkButton kind="primary" href={at("services/proxies/new")}>{t("ask")}</LinkButton>
  </>
);
