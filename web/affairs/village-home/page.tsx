import { definePage } from "../../core/pages.ts";
import { About } from "./about.tsx";
import { Write } from "./write.tsx";

/** About the village. Its home itself is the frame's. */
export const page = definePage({ name: "affairs/village-home", view: ({ here }) => (here.rest[0] === "edit" ? <Write /> : <About />) });
