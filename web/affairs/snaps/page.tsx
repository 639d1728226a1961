import { definePage } from "../../core/pages.ts";
import { Mine, Snaps } from "./list.tsx";
import { One } from "./one.tsx";
import { Report } from "./report.tsx";

/** Something is broken: a picture, a place, and what became of it. */
export const page = definePage({
  name: "affairs/snaps",
  view: ({ here }) => {
    const [id] = here.rest;
    if (!id) return <Snaps />;
    return id === "new" ? <Report /> : id === "mine" ? <Mine /> : <One id={id} key={id} />;
  },
});
