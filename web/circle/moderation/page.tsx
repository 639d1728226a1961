import { call } from "../../core/client/client.ts";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { Case } from "./case.tsx";
import { Mine } from "./mine.tsx";
import { New } from "./new.tsx";
import { GRAVE, RULES, ruling } from "./words.ts";

const WaitingLine = () => {
  const waiting = useLoad(() => call("circle/moderation", "waiting", { query: { limit: 20 }, quiet: true }));
  const n = waiting.data?.items.length ?? 0;
  return n > 0 ? <Line href={at("circle/moderation/waiting")} icon="eye" badge={String(n)}>{t("waiting")}</Line> : null;
};

const Waiting = () => (
  <>
    <h1>{t("waiting")}</h1>
    <List load={(cursor) => call("circle/moderation", "waiting", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("waiting.empty")}
      item={(each) => <Line href={at("circle/moderation", each.id)} note={`${t("case.reports", { n: each.reports, houses: each.houses })} · ${when(each.at)}`}>{t(each.by === "lot" ? "lot" : `state.${each.state}`)}</Line>} />
    <LinkButton href={at("circle/moderation")}>{t("title")}</LinkButton>
  </>
);

/** The rules, and what was done by them: anybody may read it. */
const Rules = () => (
  <>
    <h1>{t("title")}</h1>
    <p class="card good">{t("intro")}</p>
    {session() ? <WaitingLine /> : null}
    <Section title={t("rules")}><div class="sheet">{RULES.map((rule) => <div class="line" key={rule}><span class="grow">{t(`rule.${rule}`)}</span>{GRAVE.includes(rule) ? <Badge tone="careful">{t("grave")}</Badge> : null}</div>)}</div></Section>
    <Line href={at("circle/moderation/mine")} icon="flag">{t("to-mine")}</Line>
    <Section title={t("log")}>
      <small>{t("log.note")}</small>
      <List load={(cursor) => call("circle/moderation", "log", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("log.empty")}
        item={(each) => <Line note={[when(each.at), ...ruling({ ...each, rule: null })].join(" · ")}>{each.rule ? t("log.line", { did: t(`did.${each.did}`), rule: t(`rule.${each.rule}`) }) : t(`did.${each.did}`)}</Line>} />
    </Section>
  </>
);

export const page = definePage({
  name: "circle/moderation",
  view: ({ here }) => {
    const [what] = here.rest;
    return what === "new" ? <New /> : what === "mine" ? <Mine /> : what === "waiting" ? <Waiting /> : what ? <Case id={what} key={what} /> : <Rules />;
  },
});
