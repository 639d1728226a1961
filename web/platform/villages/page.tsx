import { definePage } from "../../core/pages.ts";
import { Functions } from "./functions.tsx";
import { Habits } from "./habits.tsx";
import { AreaVillages, FirstUse, NewCounty, NewVillage, Region } from "./region.tsx";
import { RollPage } from "./roll.tsx";

/** How our village does it; for the operator, opening counties and villages; for both, the roll. */
export const page = definePage({
  name: "platform/villages",
  view: ({ here }) => {
    const [what] = here.rest;
    if (here.area) return <AreaVillages />;
    if (here.scope === "region") return what === "begin" ? <FirstUse /> : what === "county" ? <NewCounty /> : what === "open" ? <NewVillage /> : <Region />;
    return what === "roll" ? <RollPage /> : what === "functions" ? <Functions /> : <Habits />;
  },
});
