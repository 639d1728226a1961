import words from "../../../shared/alerts/cap/words.json" with { type: "json" };
import { contract } from "../../../shared/alerts/cap/contract.ts";
import { implement, put, stableId, Village, type AreaTable, type County, type Stored } from "../../core/implement.ts";
import { issuedWarnings, Warning } from "../warnings/reads.ts";
import { atomFeed } from "./feed.ts";
import { ownMessage } from "./own.ts";
import { areasNamed } from "./problems.ts";
import { readCap } from "./read.ts";
import { CapIn } from "./rows.ts";
import { writeCap } from "./write.ts";

const MOST_VILLAGES = 1_000;
const villagesIn = async (county: AreaTable): Promise<Stored<Village>[]> => {
  const all: Stored<Village>[] = [];
  let cursor: string | undefined;
  do {
    const page = await county.byArea(Village, { limit: 100, cursor });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && all.length < MOST_VILLAGES);
  return all;
};

/** The address that signs our messages: region and county, without spaces or commas. */
const identityOf = (facts: { name: string; helpPhone: string }, county: Stored<County> | null, id: string, origin: string) =>
  ({ sender: `wecountry-${facts.name}-${id}`, senderName: county?.names["zh"] ?? id, contact: facts.helpPhone, web: `${origin || "https://wecountry.invalid"}/a/${id}` });

export const handler = implement("alerts/cap", contract, words, {
  routes: {
    import: async ({ body, county, now, fail, change }) => {
      const villages = await villagesIn(county);
      const codes = villages.map((village) => village.id);
      const reading = readCap(body.xml, { now: now.toISOString(), areas: codes });
      if (!reading.ok) {
        return fail(reading.code === "too-large" ? "cap-too-large" : reading.code, { field: "xml", detail: { line: reading.line, column: reading.column, detail: reading.detail } });
      }
      const { message, problems } = reading;
      const id = stableId(`cap|${message.sender}|${message.identifier}|${message.sent}`);
      const warning = stableId(`draft|${id}`);
      const before = await county.get(CapIn, id);
      if (before) return { cap: id, warning: before.warning, problems: before.problems, already: true };
      const row = { id, warning, sender: message.sender, identifier: message.identifier, sent: message.sent, readAt: now.toISOString(), xml: body.xml, problems, villages: areasNamed(message, codes) };
      return change({ writes: [put(CapIn, row, "new")], emits: { name: "imported", data: { cap: id, warning } }, answer: { cap: id, warning, problems, already: false } });
    },
    imports: ({ county, query }) => county.list(CapIn, query),
    raw: async ({ county, params, fail }) => (await county.get(CapIn, params.id))?.xml ?? fail("not-found"),
    out: async ({ county, params, fail, facts, countyRow, place, origin }) => {
      const warning = await county.get(Warning, params.id);
      if (!warning?.issuedAt) return fail("not-found");
      const earlier = warning.replaces ? await county.get(Warning, warning.replaces) : null;
      const names = new Map((await villagesIn(county)).map((village) => [village.id, village.names["zh"] ?? village.id]));
      return writeCap(ownMessage(warning, earlier, identityOf(facts, countyRow, place.id, origin), names));
    },
    feed: async ({ county, countyRow, place, origin, facts, now }) => {
      const warnings = await issuedWarnings(county, 50);
      const identity = identityOf(facts, countyRow, place.id, origin);
      const latest = warnings[0]?.issuedAt ?? now.toISOString();
      return atomFeed({
        id: `urn:${identity.sender}`, title: identity.senderName, updated: latest,
        entries: warnings.map((warning) => ({ id: `urn:${identity.sender}:${warning.id}`, title: warning.texts.zh.headline, updated: warning.history.at(-1)?.at ?? latest, summary: warning.texts.zh.what, link: `${origin}/open/alerts/cap/areas/${place.id}/warnings/${warning.id}` })),
      });
    },
  },
});
