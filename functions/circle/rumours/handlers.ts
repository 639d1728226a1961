import { contract } from "../../../shared/circle/rumours/contract.ts";
import words from "../../../shared/circle/rumours/words.json" with { type: "json" };
import { implement, put, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Rumour } from "./rows.ts";
import { isBare, sameQuestion } from "./rules.ts";

const FEATURE = "circle/rumours";
/** The same question is sought among so many of the newest. A change holds 98 rows: more askers could not all be told in one. */
const [LOOKED_AT, MOST_ASKERS] = [50, 80];

/** Questions as they may be read now: without what was hidden or removed after somebody reported it. */
const leftOpen = async <T extends Rumour>(table: Table, rumours: readonly T[]): Promise<T[]> => {
  const hidden = await hiddenAmong(table, FEATURE, rumours.map(({ id }) => id));
  return rumours.filter(({ id }) => !hidden.has(id)).map((rumour) => (hidden.has(`${rumour.id}/answer`) ? { ...rumour, answer: null } : rumour));
};
const view = ({ askers, ...rumour }: Stored<Rumour>) => ({ ...rumour, askers: askers.length });
const withAsker = (askers: readonly string[], person: string): string[] => (askers.includes(person) || askers.length >= MOST_ASKERS ? [...askers] : [...askers, person]);
/** By name and by the office under which it is done. */
const asOffice = (caller: Caller) => ({ person: caller.person!, name: caller.member?.name ?? "", office: (caller.office ?? "").replace(/^\w+:/, "") });
const tellAskers = (rumour: Rumour, key: string) => rumour.askers.map((person) => ({ person, key, where: `${FEATURE}/${rumour.id}` }));

export const handler = implement(FEATURE, contract, words, {
  routes: {
    ask: async ({ table, body, caller, now, newId, begin, change }) => {
      const said = body.words ?? "";
      const stands = said === "" ? [] : await leftOpen(table, (await table.list(Rumour, { limit: LOOKED_AT })).items);
      const same = stands.find((each) => sameQuestion(each.words, said));
      if (same) {
        const { version, ...rest } = same;
        const rumour = { ...rest, askers: withAsker(same.askers, caller.person!) };
        const answer = { ...view({ ...rumour, version: version + 1 }), joined: true };
        return rumour.askers.length === same.askers.length ? { ...answer, version } : change({ writes: [put(Rumour, rumour, { version })], emits: { name: "joined", data: { id: same.id } }, answer });
      }
      const value: Omit<Rumour, "state" | "history"> = { id: newId(), words: said, media: body.media, person: caller.person!, at: now.toISOString(), askers: [caller.person!], verifier: null, answer: null };
      return change({ writes: [begin(Rumour, value)], emits: { name: "asked", data: { id: value.id } }, answer: { ...view({ ...value, state: "asked", history: [], version: 1 }), joined: false } });
    },
    list: async ({ table, query }) => {
      const page = await table.list(Rumour, query);
      return { items: (await leftOpen(table, page.items)).map(view), next: page.next };
    },
    one: async ({ table, params, fail }) => {
      const found = await table.get(Rumour, params.id);
      const [rumour] = found ? await leftOpen(table, [found]) : [];
      return rumour ? view(rumour) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Rumour,
    sees: () => true,
    view,
    clocks: {},
    moves: {
      verify: ({ row, caller, moved }) => moved({ row: { verifier: asOffice(caller) }, emits: { name: "verifying", data: { id: row.id } } }),
      answer: ({ row, body, caller, now, moved }) => {
        const answer = { ...asOffice(caller), words: body.words ?? "", media: body.media, papers: body.papers, at: now.toISOString(), bare: isBare(body) };
        return moved({ row: { answer }, emits: { name: "answered", data: { id: row.id, bare: answer.bare } }, tells: tellAskers(row, "answered") });
      },
      pin: ({ row, moved, fail }) => (row.answer && !row.answer.bare ? moved({ emits: { name: "closed", data: { id: row.id } } }) : fail("no-evidence")),
      unproven: ({ row, moved }) => moved({ emits: { name: "unproven", data: { id: row.id } }, tells: tellAskers(row, "unproven") }),
      join: ({ row, caller, moved }) => moved({ row: { askers: withAsker(row.askers, caller.person!) }, to: row.state as "asked", emits: { name: "joined", data: { id: row.id } } }),
    },
  },
});
