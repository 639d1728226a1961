import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Art } from "../../core/home/art.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { hasGreeted } from "./device.ts";
import { Greet } from "./greet.tsx";
import { GreetingCard } from "./greeting-card.tsx";
import { isKeeper, isVillager } from "./greeting.ts";
import type { OwnGreeting } from "./greeting.ts";
import { OwnGreetings } from "./own-greetings.tsx";

/** For an office that keeps the wall: how many greetings wait for a look. */
const HeldLine = () => {
  const held = useLoad(() => call("circle/guestbook", "held", { query: { limit: 50 }, quiet: true }));
  const n = held.data?.items.length ?? 0;
  return n > 0 ? <Line href={at("circle/guestbook", "held")} icon="eye">{t("held.line", { n })}</Line> : null;
};

const Greetings = ({ round }: { round: string }) => (
  <Section title={t("wall")}>
    <List load={(cursor) => call("circle/guestbook", "wall", { query: { ...(cursor ? { cursor } : {}) } })} when={[round]} empty={t("empty")}
      item={(each) => <GreetingCard key={each.id} greeting={each} />} />
  </Section>
);

/** The guests' wall: a stranger is asked in and greets at once; a villager answers in place. */
export const Wall = ({ greeting: greets }: { greeting: boolean }) => {
  const [fresh, left] = useState<OwnGreeting | undefined>();
  const [sent, again] = useState(0);
  const asGuest = greets || !isVillager();
  return (
    <>
      <div class="head"><Art name="hills" wide /><h1>{asGuest ? t("welcome") : t("title")}</h1></div>
      {isKeeper() ? <HeldLine /> : null}
      {fresh ? <p class={`card ${fresh.state === "held" ? "careful" : "good"}`} role="status">{t(fresh.state !== "held" ? "thanks.shown" : fresh.heldFor.includes("habit") ? "thanks.habit" : "thanks.held")}</p>
        : asGuest ? <><p class="hush">{t("welcome.note")}</p><Greet onLeft={left} /></> : <p class="hush">{t("note.villager")}</p>}
      {fresh || (asGuest && hasGreeted()) ? <OwnGreetings fresh={fresh} /> : null}
      {asGuest ? null : <KeptList feature="circle/guestbook" onSent={() => again((before) => before + 1)} />}
      <Greetings round={`${fresh?.id ?? ""}${sent}`} />
      {asGuest && fresh ? <LinkButton kind="primary" href={at()}>{t("frame.home")}</LinkButton> : null}
    </>
  );
};
