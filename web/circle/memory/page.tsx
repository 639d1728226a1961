import { definePage } from "../../core/pages.ts";
import { Album, Mine } from "./album.tsx";
import { Compose } from "./compose.tsx";
import { One } from "./one.tsx";

/** Old pictures, stories and place names, and who knows what they show. */
export const page = definePage({
  name: "circle/memory",
  view: ({ here }) => {
    const [id] = here.rest;
    if (!id) return <Album />;
    return id === "mine" ? <Mine /> : id === "new" ? <Compose /> : <One id={id} key={id} />;
  },
});
