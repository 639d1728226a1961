import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { spoken } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { Consented, Described, Given, Held, Shown, Withdrawn } from "./events.ts";
import { AUDIENCES, MemoryView, NewMemory } from "./memory.ts";

const NOT_MINE = { "not-yours-to-give": 403 } as const;

const life = lifecycle({
  start: "given",
  moves: {
    describe: { from: ["given", "described", "shown"], to: ["described", "shown"], who: "villager", body: spoken(500), limit: "60 a day", fails: { "told-enough": 409 } },
    show: { from: ["given", "described", "shown"], to: "shown", who: "villager", body: z.strictObject({ audience: z.enum(AUDIENCES) }), fails: { ...NOT_MINE, "brought-for-village": 409 } },
    consent: { from: "held", to: "given", who: "villager", body: z.strictObject({ how: text(200) }) },
    withdraw: { from: ["given", "held", "described", "shown"], to: "withdrawn", who: "villager", fails: NOT_MINE },
  },
  view: MemoryView,
});

export const contract = feature({
  functions: ["D07"],
  ifItFails: "Nobody can give the village an old picture or a story; what was given stays as its giver wished.",
  prefix: ["MEMORY", "MEMOUT"],
  place: { tab: "village", shelf: "together", order: 8, icon: "book", door: true },
  lifecycle: life,
  routes: {
    list: get("/", { who: "anyone", query: Page, returns: pageOf(MemoryView), cache: "1 minute", about: "What guests may see, newest first." }),
    village: get("/village", { who: "villager", query: Page, returns: pageOf(MemoryView), about: "Everything the village sees, newest first: what is yet to be recognised too." }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(MemoryView) }),
    give: post("/", { who: "villager", body: NewMemory, returns: MemoryView, limit: "40 a day" }),
    one: get("/{id}", { who: "visitor", returns: MemoryView }),
  },
  reads: ["circle/moderation"],
  emits: { given: Given, held: Held, consented: Consented, described: Described, shown: Shown, withdrawn: Withdrawn },
});
