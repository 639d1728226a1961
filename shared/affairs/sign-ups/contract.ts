import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRefs } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { Name, text, Title } from "../../contract/text.ts";
import { Closed, Joined, Left, Opened } from "./events.ts";

export const STATES = ["open", "closed"] as const;
const NewList = z.strictObject({
  title: Title, words: text(500).optional(), media: MediaRefs,
  /** What the number behind a name counts: boxes, people, catties. */
  unit: text(10).optional(),
  closesAt: Instant.optional(),
  /** So many all together; who comes later waits, unless the list closes when it is full. */
  limit: z.number().int().min(1).max(5000).optional(), closesWhenFull: z.boolean().default(false),
  /** These groups alone; left out: the whole village. */
  groups: z.array(z.string().trim().min(1).max(20)).max(12).default([]),
}).refine(({ closesWhenFull, limit }) => !closesWhenFull || limit !== undefined, { path: ["limit"], error: "required" });

const Line = z.object({ id: Id, name: z.string(), count: z.number().int(), note: z.string(), /** Who wrote it down, where that was somebody else. */ helper: z.string().nullable(), mine: z.boolean(), waiting: z.boolean() });
export const ListView = z.object({
  id: Id, title: z.string(), words: z.string(), media: MediaRefs, unit: z.string(), closesAt: Instant.nullable(), limit: z.number().int().nullable(), closesWhenFull: z.boolean(), groups: z.array(z.string()),
  by: z.string(), mine: z.boolean(), at: Instant, state: z.enum(STATES), lines: z.array(Line), total: z.number().int(), waiting: z.number().int(), version: z.number().int(),
});
const Short = ListView.omit({ lines: true });

const list = lifecycle({
  start: "open",
  desk: { open: [] },
  moves: {
    join: {
      from: "open", to: ["open", "closed"], who: "villager", limit: "120 a hour", fails: { "on-it-already": 409, "list-too-long": 409 },
      body: z.strictObject({ /** Left out: oneself. */ name: Name.optional(), count: z.number().int().min(1).max(999).default(1), note: text(100).optional() }),
    },
    leave: { from: "open", to: "open", who: "villager", body: z.strictObject({ id: Id }), fails: { "not-yours": 403 } },
    close: { from: "open", to: "closed", who: "villager", fails: { "not-yours": 403 } },
    end: { from: "open", to: "closed", who: "clock" },
  },
  waits: { open: { until: "closing", then: "end" } },
  view: ListView,
});

export const contract = feature({
  functions: ["B13"],
  ifItFails: "Nobody can put a name on a list; lists already filled can still be read and printed.",
  prefix: "SIGNUP",
  place: { tab: "do", shelf: "help", order: 4, icon: "list-check" },
  lifecycle: list,
  routes: {
    open: post("/", { who: "villager", body: NewList, returns: ListView, limit: "20 a day", fails: { "in-the-past": 422 }, about: "\"Who wants, who has\": a name, a number, a note." }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(Short) }),
    one: get("/{id}", { who: "villager", returns: ListView }),
  },
  emits: { opened: Opened, joined: Joined, left: Left, closed: Closed },
  reads: ["circle/moderation"],
  byProxy: ["join"],
});
