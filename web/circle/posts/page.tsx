import { definePage } from "../../core/pages.ts";
import { Compose } from "./compose.tsx";
import { One } from "./one.tsx";
import { Mine, Wall } from "./wall.tsx";

/** What villagers tell and show each other. */
export const page = definePage({
  name: "circle/posts",
  view: ({ here }) => {
    const [id, act] = here.rest;
    if (!id) return <Wall />;
    if (id === "mine") return <Mine />;
    if (id === "new") return <Compose key="new" />;
    return act === "edit" ? <Compose id={id} key={id} /> : <One id={id} key={id} />;
  },
});
