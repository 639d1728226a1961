import { definePage } from "../../core/pages.ts";
import { Compose } from "./compose.tsx";
import { CountyList } from "./list.tsx";
import { One } from "./one.tsx";
import { VillageList, VillageOne } from "./village.tsx";

/** Warnings: in a village for everybody to read, in the county to compose and to steer. */
export const page = definePage({
  name: "alerts/warnings",
  view: ({ here }) => {
    const [id, act] = here.rest;
    if (!here.area) return id ? <VillageOne id={id} key={id} /> : <VillageList />;
    const replaces = here.query.get("replaces");
    if (id === "new") return <Compose area={here.area} key={replaces ?? "new"} {...(replaces ? { replaces } : {})} />;
    if (id && act === "edit") return <Compose area={here.area} key={id} draft={id} />;
    return id ? <One id={id} area={here.area} key={id} /> : <CountyList />;
  },
});
