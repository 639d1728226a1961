import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { Cancelled, Digested, Home, Joined, Left, Offered } from "./events.ts";

const Stay = z.object({ id: Id, from: Day, until: Day.nullable(), where: z.string() });
const Travelling = z.object({ person: Id, name: z.string(), now: Stay.nullable(), stays: z.array(Stay) });
export const RideView = z.object({
  id: Id, name: z.string(), day: Day, from: z.string(), seats: z.number().int(), free: z.number().int(),
  /** How to reach each other, and with whom: for who rides along. */
  how: z.string().nullable(), riders: z.array(z.string()), as: z.enum(["driver", "rider", "neither"]), at: Instant,
});
/** The dates of a journey: where to is read by the own house alone. */
const NewStay = z.strictObject({ from: Day, until: Day.optional(), where: text(40).optional() });
const Fresh = z.object({ id: Id, kind: z.string(), title: z.union([z.string(), z.record(z.string(), z.string())]), where: z.string(), at: Instant });

export const contract = feature({
  functions: ["D05"],
  ifItFails: "Nobody can say that they are away or coming home; nothing else is touched.",
  prefix: ["TRAVEL", "RIDE"],
  place: { tab: "me", shelf: "family", order: 3, icon: "go" },
  routes: {
    mine: get("/mine", { who: "villager", returns: z.object({ own: Travelling, house: z.array(Travelling) }), about: "When I am away and home, and those of my house; nobody else's." }),
    leave: post("/", { who: "villager", body: NewStay, returns: Travelling, limit: "30 a day", fails: { "too-long-ago": 422 }, about: "Away from that day; where it overlaps with what was said before, the latest holds." }),
    home: post("/home", { who: "villager", body: z.strictObject({ from: Day }), returns: Travelling, about: "Home from that day on." }),
    drop: del("/{id}", { who: "villager", returns: Travelling, about: "A journey that will not be." }),
    digest: get("/digest", { who: "villager", returns: z.object({ items: z.array(Fresh) }), about: "What was new at home in the last seven days." }),
    rides: get("/rides", { who: "villager", query: Page, returns: pageOf(RideView), about: "Who goes home when, with a seat to share." }),
    ride: get("/rides/{id}", { who: "villager", returns: RideView }),
    offer: post("/rides", { who: "villager", body: z.strictObject({ day: Day, from: text(40), seats: z.number().int().min(0).max(8), how: text(80).optional() }), returns: RideView, limit: "10 a day" }),
    join: post("/rides/{id}/seat", { who: "villager", returns: RideView, limit: "30 a day", fails: { "no-seat": 409, "own-ride": 409 } }),
    unjoin: del("/rides/{id}/seat", { who: "villager", returns: RideView }),
    cancel: del("/rides/{id}", { who: "villager", returns: Done, about: "By who offered it; whoever rode along is told." }),
  },
  emits: { left: Left, home: Home, offered: Offered, joined: Joined, cancelled: Cancelled, digested: Digested },
  clocks: ["digest"],
  reads: ["affairs/households"],
});
