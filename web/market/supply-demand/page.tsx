import { definePage } from "../../core/pages.ts";
import { Board, Shelf } from "./board.tsx";
import type { Line } from "./deal.ts";
import { Mine, One } from "./one.tsx";
import { Write } from "./write.tsx";

/** The village's one mixed board. */
export const page = definePage({
  name: "market/supply-demand",
  view: ({ here }) => {
    const [id, kind] = here.rest;
    if (!id) return <Board />;
    if (id === "new") return <Write />;
    if (id === "mine") return <Mine />;
    return id === "shelf" && kind ? <Shelf kind={kind as Line["kind"]} key={kind} /> : <One id={id} key={id} />;
  },
});
