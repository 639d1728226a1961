import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { useAct } from "../../core/parts/act.tsx";
import { FEATURE, houseWords } from "./link.ts";
import type { Link, Mine } from "./link.ts";

const Own = ({ own, onDone }: { own: NonNullable<Mine["own"]>; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const { link, near } = own;
  const params = { id: link.id };
  const { name } = link;
  return (
    <Card tone={near ? "good" : "careful"}>
      <p>{near ? t("own.near", { name, date: day(link.since) }) : t("own.far", { name })}</p>
      {link.state === "asked" ? <p>{t("own.asked", { name })}</p> : null}
      {said}
      {link.state === "asked" ? <Button onPress={act(() => call(FEATURE, "keep", { params }))}>{t("own.keep")}</Button>
        : <Confirm kind="plain" label={t("own.ask")} question={t("own.ask.ask")} onYes={act(() => call(FEATURE, "ask", { params, body: {} }))} />}
    </Card>
  );
};

const After = ({ link, onDone }: { link: Link; onDone: () => void }) => {
  const { act, said } = useAct(onDone);
  const params = { id: link.id };
  const asked = link.state === "proposed";
  return (
    <article class={`card ${asked || link.state === "asked" ? "careful" : ""}`}>
      <h3>{link.head && !asked ? t("after.head", { house: houseWords(link), head: link.head }) : houseWords(link)}</h3>
      {asked ? <p>{t("after.asked")}</p> : link.state === "asked" ? <p>{t("after.wish")}</p> : null}
      {said}
      {asked ? <div class="row"><Button kind="primary" icon="heart" onPress={act(() => call(FEATURE, "accept", { params, body: {} }))}>{t("step.accept")}</Button><Button onPress={act(() => call(FEATURE, "decline", { params }))}>{t("step.decline")}</Button></div>
        : <Confirm kind="plain" label={t("after.end")} question={t("after.end.ask")} onYes={act(() => call(FEATURE, "end", { params, body: {} }))} />}
    </article>
  );
};

/** Who looks after us, and whom I look after. */
export const MinePage = () => {
  const mine = useLoad(() => call(FEATURE, "mine", {}));
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={mine}>{({ own, after, least, most, editor }) => {
        const held = after.filter(({ state }) => state !== "proposed").length;
        return (
          <>
            <p class="hush">{t("note", { least, most })}</p>
            <Section title={t("looks-after")}>{own ? <Own own={own} onDone={mine.reload} /> : <p class="card careful">{t("own.none")}</p>}</Section>
            {after.length > 0 ? <Section title={t("after")}><p class="meta">{t("after.count", { n: held })}{held < least ? ` · ${t("after.more", { least })}` : ""}</p>{after.map((link) => <After key={link.id} link={link} onDone={mine.reload} />)}</Section> : null}
            <div class="sheet">
              <Line href={at(FEATURE, "wall")} icon="print">{t("wall")}</Line>
              {editor ? <Line href={at(FEATURE, "board")} icon="checklist" note={t("desk")}>{t("board")}</Line> : null}
            </div>
            <LinkButton href={at("alerts/vulnerable")}>{t("away")}</LinkButton>
          </>
        );
      }}</State>
    </>
  );
};
