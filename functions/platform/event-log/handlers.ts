import { contract } from "../../../shared/platform/event-log/contract.ts";
import words from "../../../shared/platform/event-log/words.json" with { type: "json" };
import type { Scope } from "../../../shared/contract/routes.ts";
import { EventIn, implement, linkHolds, Person, SealIn, VerdictIn, type Kind, type Stored, type Table } from "../../core/implement.ts";
import { asLinks, concerns } from "./rules.ts";

type EventSeen = Stored<(typeof EventIn)["village"] extends Kind<infer T> ? T : never>;
interface Asked { readonly cursor?: string | undefined; readonly limit: number }

/** How often one request asks the table on: few of the events it reads may be what the reader may see. */
const READS = 10;

/** A page of the events a reader may see, newest first. It may be short, or empty, and still go on: `next` says so. */
const pick = async (table: Table, wanted: (event: EventSeen) => boolean, query: Asked): Promise<{ items: EventSeen[]; next: string | null }> => {
  const items: EventSeen[] = [];
  let cursor = query.cursor;
  for (let read = 0; read < READS && items.length < query.limit; read++) {
    const page = await table.list(EventIn.village, { limit: query.limit - items.length, cursor });
    items.push(...page.items.filter(wanted));
    if (page.next === null) return { items, next: null };
    cursor = page.next;
  }
  return { items, next: cursor ?? null };
};

const shown = (event: EventSeen) => ({ what: event.name, at: event.at, office: event.office ?? null });

/** Events with the names of those who did them, for a post whose work it is to look. */
const inFull = async (table: Table, region: Table, at: Scope, query: Asked) => {
  const { items, next } = await table.list(EventIn[at], query);
  const people = [...new Set(items.map((event) => event.by).filter((by) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(by)))];
  const names = new Map((await region.many(Person, people)).flatMap((person) => (person ? [[person.id, person.name ?? ""] as const] : [])));
  return { items: items.map((event) => ({ ...shown(event), id: event.id, by: event.by, name: names.get(event.by) ?? "", channel: event.channel, sealed: event.seal !== undefined })), next };
};

const LINKS = 10;
const chainOf = async (table: Table, at: Scope) => {
  const [seals, verdict] = await Promise.all([table.list(SealIn[at], { limit: LINKS + 1 }), table.get(VerdictIn[at], "")]);
  const links = asLinks(seals.items, linkHolds).slice(0, LINKS);
  const faults = verdict?.faults.slice(0, 20) ?? [];
  return { links, broken: faults.length > 0 || links.some((link) => !link.holds), checkedAt: verdict?.at ?? null, faults };
};

export const handler = implement("platform/event-log", contract, words, {
  routes: {
    public: async ({ table, query }) => {
      const { items, next } = await pick(table, (event) => event.public === true, query);
      return { items: items.map(shown), next };
    },
    aboutMe: async ({ table, caller, query }) => {
      const { items, next } = await pick(table, (event) => concerns(event, caller.person!, caller.member?.household ?? null), query);
      return { items: items.map((event) => ({ ...shown(event), id: event.id, mine: event.by === caller.person, channel: event.channel })), next };
    },
    chain: ({ table }) => chainOf(table, "village"),
    all: ({ table, region, query }) => inFull(table, region, "village", query),
    county: ({ table, region, query }) => inFull(table, region, "area", query),
    countyChain: ({ table }) => chainOf(table, "area"),
  },
});
