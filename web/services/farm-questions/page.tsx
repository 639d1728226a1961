import { definePage } from "../../core/pages.ts";
import { Ask } from "./ask.tsx";
import { Questions, Shelf } from "./list.tsx";
import { One } from "./one.tsx";
import { People } from "./people.tsx";

/** Farm questions: asked with a picture or a voice, answered by whoever knows, kept in the village's own book. */
export const page = definePage({
  name: "services/farm-questions",
  view: ({ here }) => {
    const [id] = here.rest;
    if (!id) return <Questions />;
    if (id === "new") return <Ask />;
    if (id === "people") return <People />;
    return id === "book" || id === "mine" ? <Shelf of={id} key={id} /> : <One id={id} key={id} />;
  },
});
