import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { session, whosIn } from "../../core/session.ts";
import { has, t } from "../../core/words.ts";
import { ChainCard } from "./chain.tsx";
import { EventLine, officeWords, useWhat } from "./event-line.tsx";

const FEATURE = "platform/event-log";
const LOOKERS = ["office:supervisor", "township:supervisor", "county:supervisor", "county:director"];
const mayLook = (): boolean => whosIn(here().village).some((who) => LOOKERS.includes(who));
const paged = (cursor?: string) => ({ query: { limit: 50, ...(cursor ? { cursor } : {}) } });
const channel = (code: string): string => (has(`channel.${code}`) ? t(`channel.${code}`) : code);

const Chain = ({ county }: { county?: boolean }) => {
  const chain = useLoad(() => (county ? call(FEATURE, "countyChain", {}) : call(FEATURE, "chain", {})));
  return chain.data ? <ChainCard chain={chain.data} /> : null;
};

/** What changed in the village's public matters: for everybody. */
export const PublicLog = () => {
  const say = useWhat();
  return (
    <>
      <h1>{t("title")}</h1>
      <Chain />
      <p class="hush">{t("public.note")}</p>
      <List load={(cursor) => call(FEATURE, "public", paged(cursor))} empty={t("empty")} item={(event) => <EventLine event={event} say={say} />} />
      {mayLook() ? <LinkButton href={at(FEATURE, "all")} icon="search">{t("to.all")}</LinkButton> : null}
      {session() ? <LinkButton kind="primary" href={at(FEATURE, "mine")} icon="me">{t("to.mine")}</LinkButton>
        : <><p class="hush">{t("sign-in.first")}</p><LinkButton href={`${at("platform/sign-in")}?back=${encodeURIComponent(at(FEATURE, "mine"))}`}>{t("sign-in")}</LinkButton></>}
    </>
  );
};

/** What I did, and who looked at or changed what concerns me. */
export const AboutMe = () => {
  const say = useWhat();
  return (
    <>
      <h1>{t("mine")}</h1>
      <p class="hush">{t("mine.note")}</p>
      <List load={(cursor) => call(FEATURE, "aboutMe", paged(cursor))} empty={t("empty")} item={(event) => <EventLine event={event} say={say} by={event.mine ? t("by.mine") : undefined} more={[channel(event.channel)]} />} />
      <LinkButton href={at(FEATURE)}>{t("to.public")}</LinkButton>
    </>
  );
};

/** Who did what, for those whose post is to look: of the village, or of the county. */
export const FullLog = ({ county }: { county?: boolean }) => {
  const say = useWhat();
  return (
    <>
      <h1>{t(county ? "county.title" : "all")}</h1>
      <Chain {...(county ? { county } : {})} />
      <List load={(cursor) => (county ? call(FEATURE, "county", paged(cursor)) : call(FEATURE, "all", paged(cursor)))} empty={t("empty")}
        item={(event) => <EventLine event={event} say={say} by={[event.name, officeWords(event.office)].filter(Boolean).join(" · ") || t("nobody")} more={[channel(event.channel), ...(event.sealed ? [] : [t("unsealed")])]} />} />
      {county ? null : <LinkButton href={at(FEATURE)}>{t("to.public")}</LinkButton>}
    </>
  );
};
