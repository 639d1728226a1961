import { definePage } from "../../core/pages.ts";
import { here as place } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { AllPlates } from "./all.tsx";
import { isCadre } from "./door.ts";
import { Mine } from "./mine.tsx";
import { PrintPlates } from "./print.tsx";
import { Scanned, TypeCode } from "./scan.tsx";

const First = () => (whosIn(place().village).includes("household") ? <Mine /> : isCadre() ? <AllPlates /> : <TypeCode />);

/** A door's code: what a scan shows, one's own plate, and for offices all of them and their printing. */
export const page = definePage({
  name: "affairs/door-codes",
  view: ({ here }) => {
    const [what] = here.rest;
    switch (what) {
      case undefined: return <First />;
      case "all": return <AllPlates />;
      case "print": return <PrintPlates />;
      case "type": return <TypeCode />;
      default: return <Scanned code={what} key={what} />;
    }
  },
});
