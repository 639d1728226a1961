import { definePage } from "../../core/pages.ts";
import { ConsentFor } from "./consent-for.tsx";
import { Consents } from "./consents.tsx";
import { Kept } from "./kept.tsx";
import { Looks } from "./looks.tsx";

/** Who looked at me, what I agreed to, and how long what is kept. */
export const page = definePage({
  name: "platform/privacy",
  view: ({ here }) => {
    const [what, id = ""] = here.rest;
    switch (what) {
      case "consents": return <Consents />;
      case "kept": return <Kept />;
      case "for": return <ConsentFor person={id} key={id} />;
      default: return <Looks />;
    }
  },
});
