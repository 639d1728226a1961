import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs, saysSomething } from "../../contract/media.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { Ended, Heard, Left, Opened, Reminded } from "./events.ts";

const SIDES = z.enum(["parent", "child"]);
/** A line as its two ends see it; `as`: the guardian speaks with the child, for the child. */
export const LineView = z.object({ id: Id, child: z.string(), parent: z.string(), as: SIDES, last: z.object({ from: SIDES, at: Instant }).nullable(), fresh: z.boolean() });
const Note = z.object({ id: Id, from: SIDES, words: z.string(), media: z.array(MediaRef), at: Instant, heard: z.boolean() });
const NewNote = z.strictObject({ words: text(500).optional(), media: MediaRefs }).refine(saysSomething, { path: ["words"], error: "required" });

export const contract = feature({
  functions: ["D16"],
  ifItFails: "Parents away and their children cannot leave each other a voice; they can still call.",
  prefix: ["KINLINE", "KINOF", "KINNOTE"],
  place: { tab: "me", shelf: "family", order: 4, icon: "mic" },
  routes: {
    mine: get("/", { who: "villager", query: Page, returns: pageOf(LineView), about: "The lines I am an end of; nobody else's." }),
    children: get("/children", { who: "household", returns: z.object({ items: z.array(z.object({ person: Id, name: z.string() })) }), about: "The children of my house." }),
    open: post("/", { who: "household", body: z.strictObject({ child: Id, parent: Name, house: text(12).optional() }), returns: LineView, limit: "10 a day", fails: { "grown-ups-open": 403, "already-open": 409 }, about: "The guardian a child lives with says whose voice may come; from the own house unless another is named." }),
    notes: get("/{id}/notes", { who: "villager", query: Page, returns: pageOf(Note) }),
    leave: post("/{id}/notes", { who: "villager", body: NewNote, returns: Note, limit: "30 a day", about: "A voice, a picture, a few words: from the parent, or from the child through the guardian." }),
    heard: post("/{id}/heard/{note}", { who: "villager", returns: Done }),
    end: del("/{id}", { who: "villager", returns: Done, about: "By the guardian or the parent; what was said goes." }),
  },
  emits: { opened: Opened, left: Left, heard: Heard, reminded: Reminded, ended: Ended },
  clocks: ["remind"],
  settings: {
    /** Quiet for so long: both are reminded. */
    remindAfter: duration("7 days"),
  },
  keeps: { KINNOTE: "365 days" },
  reads: ["affairs/households", "alerts/vulnerable"],
});
