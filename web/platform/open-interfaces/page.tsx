import { definePage } from "../../core/pages.ts";
import { Interface } from "./interface.tsx";
import { Hosts } from "./hosts.tsx";
import { Hook, Hooks, NewHook } from "./hooks.tsx";
import { Calls, Keys, NewKey } from "./keys.tsx";
import { Overview } from "./overview.tsx";

/** How other systems read the village and are told: for everybody to see, for the offices to open, for the operator to bound. */
export const page = definePage({
  name: "platform/open-interfaces",
  view: ({ here }) => {
    const [part, id] = here.rest;
    if (here.scope === "region") return part === "api" ? <Interface /> : <Hosts />;
    if (part === "api") return <Interface />;
    if (part === "keys") return id === "new" ? <NewKey /> : id ? <Calls id={id} key={id} /> : <Keys />;
    if (part === "hooks") return id === "new" ? <NewHook /> : id ? <Hook id={id} key={id} /> : <Hooks />;
    return <Overview />;
  },
});
