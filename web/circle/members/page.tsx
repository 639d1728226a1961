import { definePage } from "../../core/pages.ts";
import { Members, Roll } from "./me.tsx";
import { Paper } from "./paper.tsx";

/** Who belongs to the village, and how one comes to belong. */
export const page = definePage({
  name: "circle/members",
  view: ({ here }) => (here.rest[0] === "list" ? <Roll /> : here.rest[0] === "paper" ? <Paper /> : <Members />),
});
