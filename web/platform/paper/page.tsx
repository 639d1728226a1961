import type { TwinData } from "../../core/paper-twin.tsx";
import { definePage } from "../../core/pages.ts";
import { Card } from "./card.tsx";
import { Checked } from "./checked.tsx";
import { Desk, Log } from "./desk.tsx";
import { SheetFoot } from "./foot.tsx";
import { Wall } from "./wall.tsx";

/** What hangs on the wall: checked against the screen, and printed. Another page borrows the foot of its own sheet from here. */
export const page = definePage<TwinData | undefined>({
  name: "platform/paper",
  view: ({ here, data }) => {
    if (data) return <SheetFoot {...data} />;
    const [part] = here.rest;
    if (!part) return <Desk />;
    return part === "wall" ? <Wall /> : part === "card" ? <Card /> : part === "log" ? <Log /> : <Checked code={part} key={part} />;
  },
});
