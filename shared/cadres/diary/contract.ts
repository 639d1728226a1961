import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Correction, EntryView, NewEntry, OwnEntry } from "./entry.ts";
import { Archived, Corrected, Drafted, Dropped, Published, Removed } from "./events.ts";

const WRITERS = office("secretary", "director", "committee");
/** Who alone takes an entry away; the township's where the village has none. */
const SUPERVISORS = [...office("supervisor"), ...township("supervisor")];
const NOT_MINE = { "not-your-entry": 403 } as const;

const entry = lifecycle({
  start: "draft",
  moves: {
    publish: { from: "draft", to: "published", who: WRITERS },
    correct: { from: ["published", "corrected"], to: "corrected", who: WRITERS, body: Correction, fails: { ...NOT_MINE, "corrected-often": 409 } },
    archive: { from: ["published", "corrected"], to: "archived", who: WRITERS, fails: NOT_MINE },
    drop: { from: "draft", to: "dropped", who: WRITERS },
    remove: { from: ["published", "corrected", "archived"], to: "removed", who: SUPERVISORS, body: z.strictObject({ reason: text(200) }) },
  },
  view: OwnEntry,
});

export const contract = feature({
  functions: ["A01"],
  ifItFails: "No diary entry can be written or corrected; those already published stay readable.",
  prefix: "DIARY",
  place: { tab: "village", shelf: "people", order: 1, icon: "book", door: true },
  lifecycle: entry,
  routes: {
    list: get("/", { who: "anyone", query: Page.extend({ show: z.enum(["now", "archived"]).default("now") }), returns: pageOf(EntryView), cache: "10 seconds", about: "What the village's people in office wrote, the newest first." }),
    mine: get("/mine", { who: WRITERS, query: Page, returns: pageOf(OwnEntry), about: "My own entries, drafts too." }),
    write: post("/", { who: WRITERS, body: NewEntry, returns: OwnEntry, limit: "40 a day", fails: { "day-to-come": 422 } }),
    edit: put("/{id}", { who: WRITERS, body: NewEntry, returns: OwnEntry, fails: { "day-to-come": 422, "published-already": 409 }, about: "Changes a draft of one's own." }),
    one: get("/{id}", { who: "anyone", returns: EntryView, cache: "10 seconds" }),
    own: get("/{id}/own", { who: [...WRITERS, ...SUPERVISORS], returns: OwnEntry }),
    groupText: get("/{id}/group-text", { who: "anyone", returns: z.string(), type: "text/plain", about: "The entry as one text for the village's chat group, as it stands now." }),
  },
  emits: { drafted: Drafted, published: Published, corrected: Corrected, archived: Archived, removed: Removed, dropped: Dropped },
  reads: ["circle/moderation"],
});
