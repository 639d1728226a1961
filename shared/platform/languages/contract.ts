import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post, put } from "../../contract/routes.ts";
import { county, office } from "../../contract/who.ts";
import { Added, Brought, Ended } from "./events.ts";
import { InCounty, Kept, LanguageView, Missing, NewLanguage, NewWords, Sentences } from "./language.ts";

/** Whoever translates for the village, or speaks for it. */
const TRANSLATORS = office("translator", "secretary", "committee");

export const contract = feature({
  functions: ["P08"],
  ifItFails: "No further language can be added or changed; pages show the languages they were built with, and what the phone already has.",
  prefix: ["LANG", "LANGWORDS"],
  place: { tab: "me", shelf: "how", order: 8, icon: "talk" },
  routes: {
    list: get("/", { who: "anyone", returns: z.object({ items: z.array(LanguageView) }), cache: "1 minute", about: "The languages this village has besides those every page is written in." }),
    add: post("/", { who: TRANSLATORS, body: NewLanguage, returns: LanguageView, fails: { "enough-languages": 409 } }),
    end: del("/{code}", { who: TRANSLATORS, returns: Done }),
    bring: put("/{code}/words", { who: TRANSLATORS, body: NewWords, returns: Kept, maxBody: 1_000_000, fails: { "words-not-right": 422 }, about: "Sentences keyed like ours; those sent replace, the others stay. Unknown keys and lost holes are refused, named one by one." }),
    words: get("/{code}/words", { who: "anyone", returns: Sentences, cache: "1 minute", about: "Every sentence there is, by page: the phone keeps them." }),
    missing: get("/{code}/missing", { who: TRANSLATORS, query: Page, returns: pageOf(Missing), about: "What is still to be written, as the pages say it." }),
    inCounty: get("/county", { at: "area", who: [...county("duty-officer", "director"), ...office("secretary", "committee")], query: Page, returns: pageOf(InCounty), about: "The further languages of the county's villages: a warning needs all of them." }),
  },
  emits: { added: Added, brought: Brought, ended: Ended },
});
