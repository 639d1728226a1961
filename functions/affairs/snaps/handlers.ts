import { contract } from "../../../shared/affairs/snaps/contract.ts";
import words from "../../../shared/affairs/snaps/words.json" with { type: "json" };
import { townshipOf } from "../../../shared/contract/region.ts";
import { County, holds, implement, put, type Caller, type Stored, type Telling } from "../../core/implement.ts";
import { departmentsOf } from "../../platform/offices/reads.ts";
import { Snap, type Follower } from "./rows.ts";
import { afterSilence, canTakeIn, endOfDay, isOpenTo } from "./rules.ts";
import { followerOf, isReporter, leftOpen, lineOf, viewFor } from "./view.ts";

const FEATURE = "affairs/snaps";
/** A change holds 98 rows: more followers than this could not all be told in one. */
const MOST_FOLLOWERS = 60;
const HANDS = ["office:secretary", "office:director", "office:committee", "office:grid-worker", "office:group-leader"];
const ABOVE = ["township:director", "township:duty-officer"];

const where = (id: string): string => `${FEATURE}/${id}`;
const after = (now: Date, span: number): string => new Date(now.getTime() + span).toISOString();
/** Everybody who follows it is told, but for whoever acts. */
const tellAll = (snap: Pick<Snap, "id" | "followers">, key: string, caller: Caller | null, values: Telling["values"] = {}): Telling[] =>
  snap.followers.filter(({ who }) => who !== (caller ? followerOf(caller)?.who : null)).map(({ is, who }) => ({ ...(is === "person" ? { person: who } : { device: who }), key, values, where: where(snap.id) }));
const sees = (snap: Snap, caller: Caller): boolean => isOpenTo(snap) || snap.state === "joined" || isReporter(snap, caller) || holds(caller, ...HANDS, ...ABOVE);
/** A promise or an acceptance out of silence is the village's first word. */
const isFirst = (snap: Snap): boolean => snap.state === "received" || snap.state === "reopened" || snap.state === "escalated";
const proven = ({ words: said, media }: { words?: string | undefined; media: Snap["media"] }, now: Date): Snap["fixed"] =>
  (said || media.some(({ kind }) => kind === "photo") ? { words: said ?? "", media, at: now.toISOString() } : null);
const joined = (into: readonly Follower[], more: readonly Follower[]): Follower[] => [...into, ...more.filter((each) => !into.some(({ who }) => who === each.who))].slice(0, MOST_FOLLOWERS);

export const handler = implement(FEATURE, contract, words, {
  routes: {
    report: ({ body, caller, settings, now, newId, begin, change, fail }) => {
      const villager = caller.member !== null;
      if (!villager && body.media.length > 0) return fail("guests-no-pictures", { field: "media" });
      const reporter = followerOf(caller);
      const value: Omit<Snap, "state" | "history"> = {
        id: newId(), words: body.words ?? "", place: body.place ?? "", house: body.house ?? "", spot: body.spot ?? null, media: body.media, by: reporter?.who ?? caller.device, villager, name: caller.member?.name ?? "", showName: villager && body.showName,
        at: now.toISOString(), seen: false, followers: reporter ? [reporter] : [], due: after(now, settings.answerWithin), resent: 0, promised: null, department: null, departmentHeld: false, joinedTo: null, reason: null, fixed: null,
      };
      return change({ writes: [begin(Snap, value)], emits: { name: "asked", data: { id: value.id } }, answer: viewFor({ ...value, state: "received", history: [], version: 1 }, caller) });
    },
    list: async ({ table, query }) => {
      const page = await table.list(Snap, query);
      return { items: (await leftOpen(table, page.items.filter(isOpenTo))).map(lineOf), next: page.next };
    },
    mine: async ({ table, query, caller }) => {
      const key = followerOf(caller)?.who;
      if (!key) return { items: [], next: null };
      const page = await table.byPerson(Snap, key, query);
      return { items: page.items.map(lineOf), next: page.next };
    },
    all: async ({ table, query }) => {
      const page = await table.list(Snap, query);
      return { items: page.items.map(lineOf), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const found = await table.get(Snap, params.id);
      const own = found !== null && (isReporter(found, caller) || holds(caller, ...HANDS, ...ABOVE));
      const [snap] = found && sees(found, caller) ? (own ? [found] : await leftOpen(table, [found])) : [];
      return snap ? viewFor(snap, caller) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Snap,
    sees: (snap, caller) => sees(snap, caller) || (snap.department !== null && holds(caller, `county:department.${snap.department}`)),
    view: (snap: Stored<Snap>, caller) => viewFor(snap, caller),
    clocks: { answerBy: (snap) => new Date(snap.due) },
    moves: {
      accept: ({ row, caller, moved }) => moved({ row: { seen: true }, emits: { name: "answered", data: { id: row.id } }, tells: tellAll(row, "accepted", caller) }),
      take: ({ row, caller, moved }) => moved({ row: { seen: true }, emits: { name: "answered", data: { id: row.id } }, tells: tellAll(row, "accepted", caller) }),
      promise: ({ row, body, caller, now, moved, fail }) => (endOfDay(body.day) <= now.toISOString() ? fail("wrong-field", { field: "day", reason: "in-the-past" })
        : moved({ row: { seen: true, promised: body.day, due: endOfDay(body.day) }, emits: { name: isFirst(row) ? "answered" : "promised", data: { id: row.id } }, tells: tellAll(row, "promised", caller, { day: body.day }) })),
      fix: ({ row, body, caller, now, moved, fail }) => {
        const fixed = proven(body, now);
        return fixed ? moved({ row: { seen: true, fixed }, emits: { name: "fixed", data: { id: row.id } }, tells: tellAll(row, "fixed", caller) }) : fail("proof-needed", { field: "words" });
      },
      finish: ({ row, body, caller, now, moved, fail }) => {
        if (!holds(caller, `county:department.${row.department}`)) return fail("another-department");
        const fixed = proven(body, now);
        return fixed ? moved({ row: { fixed }, emits: { name: "fixed", data: { id: row.id } }, tells: tellAll(row, "fixed", caller) }) : fail("proof-needed", { field: "words" });
      },
      pass: async ({ row, body, caller, county, facts, settings, now, moved, fail }) => {
        const countyRow = await county.get(County, "");
        const to = departmentsOf(facts.profile, countyRow).find(({ department }) => department === body.department);
        if (!to) return fail("wrong-field", { field: "department", reason: "not-a-list-member" });
        const people = countyRow?.offices[`department.${body.department}`] ?? [];
        return moved({
          row: { seen: true, department: body.department, departmentHeld: to.held, due: after(now, settings.departmentWithin), resent: 0 }, emits: { name: "passed", data: { id: row.id, department: body.department } },
          tells: [...tellAll(row, "passed", caller, { to: to.titles }), ...people.slice(0, 20).map((person) => ({ person, key: "department", where: where(row.id) }))],
        });
      },
      handBack: ({ row, body, caller, settings, now, moved, fail }) => (holds(caller, `county:department.${row.department}`)
        ? moved({ row: { reason: body.reason, department: null, due: after(now, settings.answerWithin) }, emits: { name: "handed-back", data: { id: row.id } }, tells: tellAll(row, "back", caller) })
        : fail("another-department")),
      join: async ({ table, row, body, caller, moved, fail }) => {
        const into = body.to === row.id ? null : await table.get(Snap, body.to);
        if (!into || !canTakeIn(into)) return fail("cannot-join", { field: "to" });
        const { version, ...rest } = into;
        const own = { ...rest, followers: joined(rest.followers, row.followers) };
        // The other's clock goes on as it was.
        const due = into.state === "received" || into.state === "reopened" || into.state === "in-hand" || into.state === "passed" ? { at: into.due, clock: "resend" } : null;
        return moved({
          row: { seen: true, joinedTo: into.id, followers: [] }, writes: [put(Snap, own, { version }, due)], emits: { name: "joined", data: { id: row.id, to: into.id } },
          tells: tellAll({ id: into.id, followers: row.followers }, "joined", caller),
        });
      },
      confirm: ({ row, caller, moved, fail }) => (isReporter(row, caller) ? moved({ emits: { name: "closed", data: { id: row.id } } }) : fail("not-yours")),
      reopen: ({ row, body, caller, settings, now, moved, fail }) => (isReporter(row, caller)
        ? moved({ row: { reason: body.words ?? null, promised: null, department: null, resent: 0, due: after(now, settings.answerWithin) }, emits: { name: "reopened", data: { id: row.id } }, tells: tellAll(row, "reopened", caller) })
        : fail("not-yours")),
      follow: ({ row, caller, moved, fail }) => {
        const follower = followerOf(caller);
        const followers = follower ? joined(row.followers, [follower]) : row.followers;
        if (follower && !followers.some(({ who }) => who === follower.who)) return fail("enough-followers");
        return moved({ row: { followers }, to: row.state as "received", emits: { name: "followed", data: { id: row.id } } });
      },
      resend: async ({ row, county, village, facts, settings, now, moved }) => {
        const to = afterSilence(row);
        const above = to === "escalated" ? (await county.get(County, ""))?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? [] : [];
        const hands = to === "escalated" ? [] : ["secretary", "committee"].flatMap((office) => village.offices[office] ?? []);
        return moved({
          row: { resent: row.state === "passed" ? 0 : row.resent + 1, due: after(now, settings.answerWithin) }, to, emits: { name: "resent", data: { id: row.id, to: to === "escalated" ? "township" : "village" } },
          tells: [...[...above, ...hands].slice(0, 20).map((person) => ({ person, key: "waiting", where: where(row.id) })), ...tellAll(row, to === "escalated" ? "escalated" : "resent", null)],
        });
      },
    },
  },
});
