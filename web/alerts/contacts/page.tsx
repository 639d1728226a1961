import { definePage } from "../../core/pages.ts";
import { Checks, Dead, ForHousehold } from "./desk.tsx";
import { Mine } from "./mine.tsx";

/** Whom a warning reaches in a house, in which order. */
export const page = definePage({
  name: "alerts/contacts",
  view: ({ here }) => {
    const [what] = here.rest;
    return what === undefined ? <Mine /> : what === "dead" ? <Dead /> : what === "checks" ? <Checks /> : <ForHousehold household={what} key={what} />;
  },
});
