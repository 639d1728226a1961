import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { choice, duration } from "../../contract/settings.ts";
import { OFFERS } from "../../contract/shown.ts";
import { AskView, Board, Contact, DealView, Grant, NewAsk, NewDeal } from "./deal.ts";
import { Agreed, Asked, Declined, Done, Expired, Granted, Posted, Renewed, Withdrawn } from "./events.ts";

const OWN = { "not-yours": 403 } as const;

const deal = lifecycle({
  start: "open",
  desk: { open: [], agreed: [] },
  moves: {
    agree: { from: "open", to: "agreed", who: "villager", fails: OWN },
    done: { from: ["open", "agreed"], to: "done", who: "villager", fails: OWN },
    renew: { from: ["open", "agreed", "expired"], to: "open", who: "villager", fails: OWN },
    withdraw: { from: ["open", "agreed", "expired"], to: "withdrawn", who: "villager", fails: OWN },
    expire: { from: ["open", "agreed"], to: "expired", who: "clock" },
  },
  waits: { open: { until: "lastDay", then: "expire" }, agreed: { until: "lastDay", then: "expire" } },
  view: DealView,
});
/** The board's page: one kind's shelf, or everything that has none. */
const BoardPage = z.strictObject({ ...Page.shape, kind: z.enum(OFFERS).optional() });

export const contract = feature({
  functions: ["C32"],
  ifItFails: "The village's board cannot be read and nothing can be offered; what was written is kept.",
  prefix: ["DEAL", "DEALASK"],
  place: [{ tab: "market", shelf: "board", order: 1, icon: "board", door: true }, { tab: "do", shelf: "sell", order: 1, icon: "sell" }],
  lifecycle: deal,
  routes: {
    board: get("/", { who: "anyone", query: BoardPage, returns: Board, cache: "5 seconds", about: "Every small offer of the village that guests may see, newest first, whatever feature it comes from." }),
    whole: get("/whole", { who: "villager", query: BoardPage, returns: Board, about: "The same with what is for villagers alone." }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(DealView) }),
    post: post("/", { who: "villager", body: NewDeal, returns: DealView, limit: "20 a day", fails: { "forbidden-goods": 422, "unit-needed": 422, "number-in-words": 422 } }),
    one: get("/{id}", { who: "anyone", returns: DealView, cache: "5 seconds" }),
    contact: get("/{id}/contact", { who: "visitor", returns: Contact }),
    ask: post("/{id}/asks", { who: "visitor", body: NewAsk, returns: z.object({ state: AskView.shape.state }), limit: "10 a hour", fails: { "own-post": 409, "enough-asks": 409 }, about: "Asks whoever wrote it for their number: they say yes or no." }),
    asks: get("/{id}/asks", { who: "villager", query: Page, returns: pageOf(AskView), about: "Who asked: for the writer alone." }),
    grant: post("/{id}/asks/{ask}/grant", { who: "villager", body: Grant, returns: AskView, fails: { "phone-needed": 422 } }),
    decline: post("/{id}/asks/{ask}/decline", { who: "villager", returns: AskView }),
  },
  reads: ["circle/moderation"],
  emits: { posted: Posted, agreed: Agreed, done: Done, renewed: Renewed, withdrawn: Withdrawn, expired: Expired, asked: Asked, granted: Granted, declined: Declined },
  settings: {
    /** Whether a writer may show the number to every verified villager, or says yes to each who asks. Guests never see it. */
    sellersPhone: choice(["the seller chooses", "only when granted"], "the seller chooses", { looser: (from, to) => from === "only when granted" && to === "the seller chooses" }),
    /** How long a post stands. */
    stands: duration("14 days"),
  },
});
