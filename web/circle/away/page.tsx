import { definePage } from "../../core/pages.ts";
import { DigestPage } from "./digest.tsx";
import { MinePage } from "./mine.tsx";
import { RidePage, RidesPage } from "./rides.tsx";

/** Away, and home again. */
export const page = definePage({
  name: "circle/away",
  view: ({ here }) => {
    const [what, id] = here.rest;
    if (what === "digest") return <DigestPage />;
    if (what === "rides") return id === undefined ? <RidesPage /> : <RidePage id={id} key={id} />;
    return <MinePage />;
  },
});
