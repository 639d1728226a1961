import { definePage } from "../../core/pages.ts";
import { Boxes } from "./boxes.tsx";
import { One } from "./one.tsx";
import { Ticket } from "./ticket.tsx";
import { Wall } from "./wall.tsx";
import { Write } from "./write.tsx";

/** Letters to the secretary, their answers, and the wall of those everybody may read. */
export const page = definePage({
  name: "cadres/letters",
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === undefined) return <Boxes />;
    return id === "new" ? <Write /> : id === "ticket" ? <Ticket /> : id === "wall" ? <Wall /> : <One id={id} key={id} />;
  },
});
