import { definePage } from "../../core/pages.ts";
import { BoardPage } from "./board.tsx";
import { MinePage } from "./mine.tsx";
import { OnePage } from "./one.tsx";
import { WallPage } from "./wall.tsx";

/** Who looks after which household. */
export const page = definePage({
  name: "cadres/linked-households",
  view: ({ here }) => {
    const [what] = here.rest;
    switch (what) {
      case undefined: return <MinePage />;
      case "wall": return <WallPage />;
      case "board": return <BoardPage />;
      default: return <OnePage household={what} key={what} />;
    }
  },
});
