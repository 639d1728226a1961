import { definePage } from "../../core/pages.ts";
import { AllPage } from "./all.tsx";
import { MinePage } from "./mine.tsx";
import { OnePage } from "./one.tsx";

/** A neighbour shows how a phone works. */
export const page = definePage({
  name: "services/phone-lessons",
  view: ({ here }) => {
    const [what] = here.rest;
    switch (what) {
      case undefined: return <MinePage />;
      case "all": return <AllPage />;
      default: return <OnePage id={what} key={what} />;
    }
  },
});
