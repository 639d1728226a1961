import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at, go, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { tidy } from "./code.ts";

const FEATURE = "platform/paper";
const KEEPERS = ["office:secretary", "office:committee", "office:supervisor", "township:director", "township:supervisor"];
const keeps = (): boolean => whosIn(here().village).some((who) => KEEPERS.includes(who));

/** Typing a code from a sheet, and what can be printed for the wall and the pocket. */
export const Desk = () => {
  const [code, type] = useState("");
  const [short, say] = useState(false);
  const check = (): void => { if (tidy(code).length === 8) go(at(FEATURE, tidy(code))); else say(true); };
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <form class="form" onSubmit={(event) => { event.preventDefault(); check(); }}>
        <div class="field">
          <label for="paper-code">{t("code")}</label>
          <input id="paper-code" class="input" value={code} maxLength={20} autocapitalize="characters" autocomplete="off" spellcheck={false} aria-describedby={short ? "paper-short" : undefined} aria-invalid={short ? "true" : undefined} onInput={(event) => { type(event.currentTarget.value); say(false); }} />
          {short ? <p class="wrong" id="paper-short" role="alert">{t("code.short")}</p> : null}
        </div>
        <Button kind="primary" type="submit" icon="search">{t("check")}</Button>
      </form>
      <Section title={t("print.title")}>
        <div class="sheet">
          <Line href={at(FEATURE, "wall")} icon="print" note={t("wall.note")}>{t("wall.title")}</Line>
          <Line href={at(FEATURE, "card")} icon="id-badge" note={t("card.note")}>{t("card.title")}</Line>
        </div>
        <p class="hush">{t("print.any")}</p>
      </Section>
      {keeps() ? <LinkButton href={at(FEATURE, "log")} icon="checklist">{t("log")}</LinkButton> : null}
    </>
  );
};

/** Who printed which sheet when. */
export const Log = () => (
  <>
    <h1>{t("log")}</h1>
    <List load={(cursor) => call(FEATURE, "log", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("log.none")}
      item={(each) => <Line key={each.id} href={at(FEATURE, each.code)} icon="print" note={[when(each.at), each.name || t("log.guest"), t("edition", { n: each.edition })].join(" · ")}>{each.code.slice(0, 4)} {each.code.slice(4)}</Line>} />
    <LinkButton href={at(FEATURE)}>{t("another")}</LinkButton>
  </>
);
