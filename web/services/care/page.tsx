import { definePage } from "../../core/pages.ts";
import { MinePage } from "./mine.tsx";
import { OnePage } from "./one.tsx";

/** "I am well today". */
export const page = definePage({ name: "services/care", view: ({ here }) => { const [person, what] = here.rest; return person === undefined ? <MinePage /> : <OnePage person={person} what={what} key={`${person}/${what ?? ""}`} />; } });
