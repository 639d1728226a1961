import { definePage } from "../../core/pages.ts";
import { AboutMe, FullLog, PublicLog } from "./logs.tsx";

/** The record: what changed, who did it, and whether anybody touched it. */
export const page = definePage({
  name: "platform/event-log",
  view: ({ here }) => (here.area ? <FullLog county /> : here.rest[0] === "mine" ? <AboutMe /> : here.rest[0] === "all" ? <FullLog /> : <PublicLog />),
});
