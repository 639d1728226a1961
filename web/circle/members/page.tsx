import { definePage } from "../../core/pages.ts";
import { Members, Vouching } from "./me.tsx";
import { Paper } from "./paper.tsx";
import { OnePerson } from "./person.tsx";
import { Roll } from "./roll.tsx";

/** Who belongs to the village, and how one comes to belong. */
export const page = definePage({
  name: "circle/members",
  view: ({ here }) => {
    const [what, id = ""] = here.rest;
    switch (what) {
      case "list": return <Roll />;
      case "paper": return <Paper />;
      case "vouch": return <Vouching id={id} key={id} />;
      case "people": return <OnePerson id={id} key={id} />;
      default: return <Members />;
    }
  },
});
