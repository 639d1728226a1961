import { definePage } from "../../core/pages.ts";
import { Compose } from "./compose.tsx";
import { Diary, Mine } from "./list.tsx";
import { One } from "./one.tsx";

/** The diary of the people in office: read by all, written and corrected by whoever wrote it. */
export const page = definePage({
  name: "cadres/diary",
  view: ({ here }) => {
    const [id, act] = here.rest;
    if (!id || id === "archived") return <Diary show={id ? "archived" : "now"} key={id ?? ""} />;
    if (id === "mine") return <Mine />;
    if (id === "new") return <Compose key="new" />;
    return act === "edit" ? <Compose id={id} key={id} /> : <One id={id} key={id} />;
  },
});
