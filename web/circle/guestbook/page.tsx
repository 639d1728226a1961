import { call } from "../../core/client/client.ts";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { GreetingCard } from "./greeting-card.tsx";
import { whoGreets } from "./greeting.ts";
import { Held } from "./held.tsx";
import { Wall } from "./wall.tsx";

const One = ({ id }: { id: string }) => {
  const greeting = useLoad(() => call("circle/guestbook", "one", { params: { id } }), [id]);
  return (
    <>
      <State of={greeting}>{(found) => <><h1>{whoGreets(found)}</h1><GreetingCard key={found.id} greeting={found} all /></>}</State>
      <LinkButton href={at("circle/guestbook")}>{t("all")}</LinkButton>
    </>
  );
};

/** Guests greet, villagers answer. */
export const page = definePage({
  name: "circle/guestbook",
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "held") return <Held />;
    return id && id !== "new" ? <One id={id} key={id} /> : <Wall greeting={id === "new"} key={id ?? ""} />;
  },
});
