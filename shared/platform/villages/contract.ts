import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { Name } from "../../contract/text.ts";
import { county } from "../../contract/who.ts";
import { Arranged, CountyOpened, RegionBegun, RollImported, SettingChosen, VillageOpened } from "./events.ts";
import { BadLine, RollLine } from "./roll.ts";

const Names = z.strictObject({ zh: Name, en: Name });
const NamesOut = z.record(z.string(), z.string());
const PhoneText = z.string().trim().min(1).max(40);
const Csv = z.strictObject({ csv: z.string().min(1).max(262_144) });
const Features = z.array(z.string().regex(/^[a-z]+\/[a-z-]+$/)).max(120);
const BadOut = BadLine.extend({ text: z.string() });
const FAILS = { "roll-too-long": 413 } as const;

/** What a roll holds and what is wrong with it, before or after it was taken in. */
const Counts = {
  lines: z.number().int(), good: z.number().int(), bad: z.array(BadOut), moreBad: z.number().int(),
  newHouseholds: z.number().int(), newPeople: z.number().int(),
  /** Numbers that stand in more than ten households: someone should look. */
  shared: z.array(z.object({ phone: z.string(), households: z.number().int() })),
};

/** One habit, in words: what it is, why, how it is here, how it usually is, and who may loosen it. */
const Habit = z.object({
  setting: z.string(), label: NamesOut, title: NamesOut, why: NamesOut, kind: z.enum(["span", "count", "flag", "choice"]), choices: z.array(z.object({ value: z.string(), says: NamesOut })),
  value: z.unknown(), says: NamesOut, usual: z.unknown(), usualSays: NamesOut, own: z.boolean(),
  /** Usual for a small village, and different from a large one's. */
  small: z.boolean(),
  mayLoosen: z.array(NamesOut), loosenedAt: Instant.nullable(),
});

export const contract = feature({
  functions: ["P01", "P15"],
  ifItFails: "No new village can be opened and no roll taken in; villages already open go on.",
  prefix: ["IMPORT", "IMPART", "LISTED", "OPENED", "LOOSENED"],
  keeps: { LOOSENED: "90 days" },
  place: [
    { tab: "village", shelf: "books", order: 9, icon: "adjustments" },
    { tab: "operator", shelf: "villages", order: 1, icon: "house", only: ["operator"] },
  ],
  routes: {
    begin: post("/begin", {
      at: "region", who: "anyone", body: z.strictObject({ setupCode: z.string().min(1).max(200), name: Name, phone: PhoneText }),
      returns: z.object({ person: Id }), fails: { "wrong-setup-code": 403, "already-begun": 409 }, about: "Makes the first operator, once, with the setup code",
    }),
    openCounty: post("/counties", {
      at: "region", who: "operator", returns: z.object({ county: AreaCode }), fails: { "already-open": 409 },
      body: z.strictObject({ id: AreaCode, names: Names, townships: z.array(z.strictObject({ id: AreaCode, names: Names })).max(100).default([]) }),
    }),
    open: post("/villages", {
      at: "region", who: "operator", returns: z.object({ village: AreaCode, secretary: Id }), fails: { "already-open": 409, "county-not-open": 409 },
      body: z.strictObject({
        id: AreaCode, names: Names,
        /** With the house number, the roll's line for the same name is the same person. */
        secretary: z.strictObject({ name: Name, phone: PhoneText, house: z.string().trim().min(1).max(20).optional() }),
        doors: Features.max(6).default([]), off: Features.default([]), settings: z.record(z.string(), z.unknown()).default({}),
      }),
    }),
    previewRoll: post("/roll/preview", {
      who: ["operator", "office:secretary"], body: Csv, maxBody: 262_144, safe: true, fails: FAILS,
      returns: z.object({ ...Counts, ignored: z.array(z.string()), sample: z.array(RollLine.omit({ household: true, person: true })) }),
    }),
    importRoll: post("/roll", { who: ["operator", "office:secretary"], body: Csv, maxBody: 262_144, fails: FAILS, returns: z.object({ import: Id, repeated: z.boolean(), ...Counts }) }),
    import: get("/imports/{id}", {
      who: ["operator", "office:secretary"],
      returns: z.object({ id: Id, at: Instant, lines: z.number(), good: z.number(), bad: z.array(BadOut), moreBad: z.number(), newHouseholds: z.number(), newPeople: z.number(), parts: z.number(), takenIn: z.number() }),
    }),
    list: get("/", {
      at: "area", who: [...county("director", "duty-officer", "supervisor", "weather"), "operator"], query: Page,
      returns: pageOf(z.object({ id: AreaCode, names: NamesOut, residents: z.number(), households: z.number(), officesFilled: z.number(), secretary: z.boolean(), openedAt: Instant })),
    }),
    county: get("/county", { at: "area", who: "anyone", returns: z.object({ id: AreaCode, names: z.record(z.string(), z.string()) }), cache: "1 hour", about: "How a county is called." }),
    facts: get("/facts", {
      who: "anyone", cache: "1 minute",
      returns: z.object({ id: AreaCode, names: NamesOut, residents: z.number(), households: z.number(), languages: z.array(z.enum(LANGUAGES)), helpPhone: z.string(), off: z.array(z.string()), doors: z.array(z.string()) }),
    }),
    settings: get("/settings", {
      who: "anyone", cache: "1 minute", about: "How our village does it",
      returns: z.object({ small: z.boolean(), items: z.array(Habit), off: z.array(z.object({ feature: z.string(), label: NamesOut })) }),
    }),
    choose: put("/settings", {
      who: ["office:secretary", "township:director", "county:director", "operator"], body: z.strictObject({ setting: z.string().max(80), value: z.unknown() }), returns: z.object({ setting: z.string(), loosened: z.boolean() }),
      fails: { "may-not-loosen": 403 },
    }),
    arrange: put("/functions", { who: "office:secretary", body: z.strictObject({ off: Features, doors: Features.max(6) }), returns: Done }),
  },
  emits: { begun: RegionBegun, "county-opened": CountyOpened, opened: VillageOpened, "roll-imported": RollImported, chosen: SettingChosen, loosened: SettingChosen, arranged: Arranged },
  needs: ["phones", "setup"],
  byKey: ["facts", "settings"],
  reads: ["platform/sign-in", "platform/offices", "affairs/households"],
});
