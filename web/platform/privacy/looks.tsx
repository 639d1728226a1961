import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { officeWords, word } from "./privacy.ts";
import type { Look } from "./privacy.ts";

const FEATURE = "platform/privacy";
const YEAR = 365 * 86_400_000;

const Seen = ({ look }: { look: Look }) => (
  <div class="card">
    <p><b>{t("looks.said", { office: officeWords(look.office), name: look.name })}</b> {word(`seen.${look.what}`)}</p>
    <p>{t("looks.for", { purpose: word(`purpose.${look.purpose}`) || look.purpose })}{look.note ? `（${look.note}）` : ""}</p>
    <small>{when(look.at)}</small>
  </div>
);

/** Who looked at us, in every part of the platform. */
export const Looks = () => {
  const kept = useLoad(() => call(FEATURE, "kept", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      {session() ? (
        <>
          <p class="hush">{t("looks.note")}{kept.data ? ` ${t("looks.kept", { years: Math.round(kept.data.looks / YEAR) })}` : ""}</p>
          <List load={(cursor) => call(FEATURE, "looks", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("looks.none")} item={(look) => <Seen key={look.id} look={look} />} />
        </>
      ) : <><p class="hush">{t("sign-in.first")}</p><LinkButton kind="primary" href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("sign-in")}</LinkButton></>}
      <div class="sheet">
        {session() ? <Line href={at(FEATURE, "consents")} icon="done">{t("consents")}</Line> : null}
        <Line href={at(FEATURE, "kept")} icon="date">{t("kept")}</Line>
        {session() ? <Line href={at("platform/exports")} icon="checklist">{t("erase")}</Line> : null}
      </div>
    </>
  );
};
