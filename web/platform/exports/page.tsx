import { definePage } from "../../core/pages.ts";
import { Copies } from "./copies.tsx";
import { EraseDesk } from "./desk.tsx";
import { Intakes } from "./intakes.tsx";
import { Mine } from "./mine.tsx";

/** What is kept about me, to take or to erase; the whole village's, for two posts; villages from elsewhere, for the operator. */
export const page = definePage({
  name: "platform/exports",
  view: ({ here }) => {
    if (here.scope === "region") return <Intakes />;
    return here.rest[0] === "village" ? <Copies /> : here.rest[0] === "erase" ? <EraseDesk /> : <Mine />;
  },
});
