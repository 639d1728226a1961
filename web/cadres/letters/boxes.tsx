import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Art } from "../../core/home/art.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { isAbove, isCadre, isSecretary, isVillager, LETTERS } from "./letter.ts";
import type { Letter } from "./letter.ts";

type BoxName = "mine" | "inbox" | "handed" | "above";
const LetterLine = ({ letter, own }: { letter: Letter; own: boolean }) => (
  <Line href={at(LETTERS, letter.id)} icon="letter" note={[...(own ? [] : [letter.from === null ? t("from.nobody") : t("from", { name: letter.from })]), t(`state.${letter.state}`), when(letter.sentAt)].join(" · ")} {...(letter.urgent ? { badge: t("urgent.badge") } : {})}>
    {letter.words ? [...letter.words].slice(0, 40).join("") : t("wall.spoken")}
  </Line>
);
const Box = ({ name, round = 0 }: { name: BoxName; round?: number }) => (
  <Section title={t(name)}>
    <List load={(cursor) => call(LETTERS, name, { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t(`${name}.empty`)} item={(letter) => <LetterLine key={letter.id} letter={letter} own={name === "mine"} />} />
  </Section>
);

/** The letter box: what waits for whoever answers, one's own letters, and the one button to write. */
export const Boxes = () => {
  const [round, again] = useState(0);
  return (
    <>
      <div class="head"><Art name="hills" wide /><h1>{t("title")}</h1></div>
      <p class="hush">{t("intro")}</p>
      {isSecretary() ? <Box name="inbox" /> : null}
      {isCadre() ? <Box name="handed" /> : null}
      {isAbove() ? <Box name="above" /> : null}
      <KeptList feature={LETTERS} onSent={() => again((before) => before + 1)} />
      {isVillager() ? <Box name="mine" round={round} /> : null}
      <div class="sheet">
        <Line href={at(LETTERS, "wall")} icon="board">{t("wall.link")}</Line>
        <Line href={at(LETTERS, "ticket")} icon="search">{t("ticket")}</Line>
      </div>
      <LinkButton kind="primary" icon="letter" href={at(LETTERS, "new")}>{t("write")}</LinkButton>
    </>
  );
};
