import { definePage } from "../../core/pages.ts";
import { AllPage } from "./all.tsx";
import { MinePage } from "./mine.tsx";
import { OnePage } from "./one.tsx";

/** Who comes for whom when a warning comes; for offices the vulnerable households. */
export const page = definePage({
  name: "alerts/vulnerable",
  view: ({ here }) => {
    const [what] = here.rest;
    return what === undefined ? <MinePage /> : what === "all" ? <AllPage /> : <OnePage household={what} key={what} />;
  },
});
