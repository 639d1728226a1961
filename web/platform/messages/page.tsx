import { definePage } from "../../core/pages.ts";
import { AtDoor } from "./at-door.tsx";
import { ForMe } from "./for-me.tsx";
import { How } from "./how.tsx";
import { House } from "./house.tsx";
import { LastDigest } from "./last-digest.tsx";

/** What concerns me, the day's digest, and how I am told; for cadres, what is to be said at a door. */
export const page = definePage({
  name: "platform/messages",
  view: ({ here }) => {
    const [what, id = ""] = here.rest;
    switch (what) {
      case "how": return <How />;
      case "digest": return <LastDigest />;
      case "door": return <AtDoor />;
      case "house": return <House household={id} key={id} />;
      default: return <ForMe />;
    }
  },
});
