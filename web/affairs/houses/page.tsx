import { definePage } from "../../core/pages.ts";
import { session } from "../../core/session.ts";
import { Areas } from "./areas.tsx";
import { AllHouses, Begin } from "./desk.tsx";
import { hasHouse, isCadre } from "./house.ts";
import { LookAt } from "./look.tsx";
import { Mine } from "./mine.tsx";

/** Houses: one's own, and for offices all of them with marks and saved areas. */
export const page = definePage({
  name: "affairs/houses",
  view: ({ here }) => {
    const [what] = here.rest;
    switch (what) {
      case undefined: return hasHouse() || !session() || !isCadre() ? <Mine /> : <AllHouses />;
      case "all": return <AllHouses />;
      case "areas": return <Areas />;
      case "begin": return <Begin />;
      default: return <LookAt id={what} key={what} />;
    }
  },
});
