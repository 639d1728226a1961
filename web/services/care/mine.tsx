import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { Begin } from "./begin.tsx";
import { FEATURE, standing, toneOf, type Care } from "./care.ts";

/** One large button, once a day. */
const Own = ({ care, onDone }: { care: Care; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  return (
    <Card tone={toneOf(care)}>
      <p role="status">{care.today === "well" ? t("well.done") : t("well.ask")}</p>
      {said}
      {care.today === "well" ? null : <Button kind="primary" icon="heart" onPress={act(() => call(FEATURE, "well", { params: { person: care.person }, body: {} }))}>{t("well")}</Button>}
      <LinkButton href={at(FEATURE, care.person)}>{t("more")}</LinkButton>
    </Card>
  );
};
const Start = ({ person, name, onDone }: { person: string; name?: string; onDone: () => void }) => {
  const [open, set] = useState(false);
  return open ? <Begin person={person} name={name} onDone={onDone} /> : <Button icon="heart" onPress={() => set(true)}>{name ? t("begin.for", { name }) : t("begin.self")}</Button>;
};

/** My own sign of life, my family's, and those in whose circle I am. */
export const MinePage = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={mine}>{({ own, family }) => (
        <>
          {own ? <Own care={own} onDone={mine.reload} /> : <><p class="hush">{t("begin.note")}</p><Start person={session()?.person ?? ""} onDone={mine.reload} /></>}
          <p class="hush">{t("hint.sms")}</p>
          {family.length > 0 ? <Section title={t("family")}>{family.map(({ person, name, care }) => (care
            ? <Line key={person} href={at(FEATURE, person)} icon="heart" note={t("family.yes", { by: care.by })}>{name} · {standing(care)}</Line>
            : <div class="card" key={person}><p>{name} · {t("family.none")}</p><Start person={person} name={name} onDone={mine.reload} /></div>))}</Section> : null}
        </>
      )}</State>
      <Section title={t("watching")}>
        <List empty={t("watching.none")} load={(cursor) => call(FEATURE, "watching", { query: cursor ? { cursor } : {} })}
          item={(care) => <Line href={at(FEATURE, care.person)} icon={care.today === "silent" ? "alert" : "heart"} note={standing(care)}>{care.name}</Line>} />
      </Section>
      <LinkButton href={at("circle/away")}>{t("pause")}</LinkButton>
    </>
  );
};
