import { definePage } from "../../core/pages.ts";
import { LinePage } from "./line.tsx";
import { MinePage } from "./mine.tsx";

/** Voices between a child and a parent who is away. */
export const page = definePage({ name: "circle/family-voices", view: ({ here }) => { const [id] = here.rest; return id === undefined ? <MinePage /> : <LinePage id={id} key={id} />; } });
