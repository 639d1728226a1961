import { definePage } from "../../core/pages.ts";
import { Counties, Villages } from "./county.tsx";
import { OneVillage } from "./village.tsx";

/** Whether it is alive: a village for its offices and the operator, a county's villages side by side, the region's counties. */
export const page = definePage({ name: "platform/adoption", view: ({ here }) => (here.village ? <OneVillage /> : here.area ? <Villages /> : <Counties />) });
