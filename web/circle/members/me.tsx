import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { ClaimCard } from "./claim-card.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { groupWords, isCadre, isVillager, stateWords } from "./member.ts";

const FEATURE = "circle/members";
const HERE = ["verified"];

const Me = () => {
  const me = useLoad(() => call(FEATURE, "me", {}));
  return (
    <State of={me}>{({ member, claim }) => {
      if (member && HERE.includes(member.state)) return <div class="sheet"><Line icon="id-badge" note={[t(`state.${member.state}`), groupWords(member.group), t("me.since", { date: day(member.since) })].filter(Boolean).join(" · ")}>{member.name}</Line>{member.household ? <Line href={at("affairs/households")} icon="house">{t("me.house")}</Line> : null}</div>;
      if (claim && (claim.state === "claimed" || claim.state === "vouched")) return <Card tone="good"><p>{t("claim.waits")}</p><p><small>{stateWords(claim)}</small></p></Card>;
      return <>{claim ? <Card tone="careful"><p>{stateWords(claim)}</p></Card> : null}<Section title={t("claim.title")}><ClaimForm onSent={me.reload} /></Section></>;
    }}</State>
  );
};

/** What I am in this village; whom my word can help; for an office, the roll and people without a phone. */
export const Members = () => (
  <>
    <h1>{t("title")}</h1>
    {session() ? <Me /> : <><p class="hush">{t("sign-in.first")}</p><LinkButton kind="primary" href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("sign-in")}</LinkButton></>}
    {isVillager() || isCadre() ? (
      <Section title={t("claims.title")}>
        <p class="hush">{t("claims.note")}</p>
        <List load={(cursor) => call(FEATURE, "claims", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("claims.none")} item={(claim) => <ClaimCard key={claim.id} claim={claim} />} />
      </Section>
    ) : null}
    {isCadre() ? <><div class="sheet"><Line href={at(FEATURE, "list")} icon="people">{t("desk.list")}</Line></div><LinkButton kind="primary" icon="id-badge" href={at(FEATURE, "paper")}>{t("desk.paper")}</LinkButton></> : null}
  </>
);

/** The members' roll of an office: names hidden outside its own group, no phone at all. */
export const Roll = () => (
  <>
    <h1>{t("list.title")}</h1>
    <List load={(cursor) => call(FEATURE, "list", { query: { limit: 50, ...(cursor ? { cursor } : {}) } })} empty={t("list.none")}
      item={(each) => <Line key={each.person} {...(each.household ? { href: at("affairs/households", each.household) } : {})} icon="me" note={[groupWords(each.group), each.state === "claimed" ? t("list.claimed") : t(`state.${each.state}`), ...(each.paper ? [t("paper")] : [])].filter(Boolean).join(" · ")}>{each.name}</Line>} />
    <LinkButton href={at(FEATURE)}>{t("title")}</LinkButton>
  </>
);
