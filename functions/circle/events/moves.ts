import type { contract } from "../../../shared/circle/events/contract.ts";
import { put, remove, type LifecycleCode, type MoveGiven, type Telling } from "../../core/implement.ts";
import { Happening, On } from "./rows.ts";
import { codeCounts, hasRoom, movedUp } from "./rules.ts";
import { knownTo } from "./view.ts";

type Moves = LifecycleCode<typeof contract, Happening>["moves"];
const MOST_GUESTS = 400;
const MOST_PHOTOS = 60;
const TOLD_AT_ONCE = 60;
const at = ({ id }: Happening): string => `circle/events/${id}`;
const tellGuests = (row: Happening, key: string, but: string | null): Telling[] =>
  [...new Set(row.guests.map((guest) => guest.person ?? guest.by))].filter((person) => person !== but).slice(0, TOLD_AT_ONCE).map((person) => ({ person, key, values: { title: row.title }, where: at(row) }));
/** Whether this villager may know of it; a branch's activity does not exist for others. */
const known = async ({ table, row, caller }: Pick<MoveGiven<typeof contract, Happening, unknown>, "table" | "row" | "caller">): Promise<boolean> => (await knownTo(table, [row], caller)).length > 0;

export const moves: Moves = {
  "sign-up": async (given) => {
    const { row, body, caller, newId, fail, moved } = given;
    if (!(await known(given))) return fail("not-found");
    if (body.me && row.guests.some(({ person }) => person === caller.person)) return fail("already-on-it", { field: "me" });
    const twice = body.others.find((name, i) => row.guests.some((guest) => guest.name === name && guest.by === caller.person) || body.others.indexOf(name) !== i);
    if (twice) return fail("already-on-it", { field: "others" });
    const people = [...(body.me ? [{ name: caller.member!.name, person: caller.person! }] : []), ...body.others.map((name) => ({ name, person: null }))];
    const guests = [...row.guests, ...people.map((each) => ({ id: newId(), ...each, by: caller.person!, came: false }))];
    if (guests.length > MOST_GUESTS) return fail("too-many-people");
    const waiting = people.filter((_, i) => !hasRoom(row, row.guests.length + i)).length;
    return moved({ row: { guests }, emits: { name: "signed-up", data: { id: row.id, people: people.length, waiting } } });
  },
  "drop-out": ({ row, body, caller, fail, moved }) => {
    const guest = row.guests.find(({ id }) => id === body.id);
    if (!guest) return fail("not-found");
    if (![guest.by, guest.person, row.by].includes(caller.person)) return fail("not-yours");
    const after = { room: row.room, guests: row.guests.filter((each) => each !== guest) };
    const tells = movedUp(row, after).map((each): Telling => ({ person: each.person ?? each.by, key: "moved-up", values: { title: row.title }, where: at(row) }));
    return moved({ row: { guests: after.guests as Happening["guests"] }, emits: { name: "dropped-out", data: { id: row.id } }, tells });
  },
  take: async (given) => {
    const { row, body, caller, fail, moved } = given;
    const need = row.needs.find(({ id }) => id === body.id);
    if (!need || !(await known(given))) return fail("not-found");
    if (need.by !== null) return fail("taken-already");
    return moved({ row: { needs: row.needs.map((each) => (each === need ? { ...each, by: caller.person!, name: caller.member!.name } : each)) }, emits: { name: "taken", data: { id: row.id, need: need.id } }, tells: row.by === caller.person ? [] : [{ person: row.by, key: "need-taken", values: { title: row.title }, where: at(row) }] });
  },
  "give-back": ({ row, body, caller, fail, moved }) => {
    const need = row.needs.find(({ id }) => id === body.id);
    if (!need) return fail("not-found");
    if (need.by !== caller.person && row.by !== caller.person) return fail("not-yours");
    return moved({ row: { needs: row.needs.map((each) => (each === need ? { ...each, by: null, name: null } : each)) }, emits: { name: "taken", data: { id: row.id, need: need.id } } });
  },
  begin: ({ row, moved }) => moved({ emits: { name: "began", data: { id: row.id } } }),
  attend: async (given) => {
    const { row, body, caller, now, newId, fail, moved } = given;
    if (!(await known(given))) return fail("not-found");
    const state = row.state as "held" | "told";
    const done = (guests: Happening["guests"]) => moved({ to: state, row: { guests }, emits: { name: "attended", data: { id: row.id } } });
    if ("code" in body) {
      if (body.code !== row.code || !codeCounts(row, now)) return fail("wrong-code", { field: "code" });
      if (row.guests.some(({ person }) => person === caller.person)) return done(row.guests.map((guest) => (guest.person === caller.person ? { ...guest, came: true } : guest)));
      return done([...row.guests, { id: newId(), name: caller.member!.name, person: caller.person!, by: caller.person!, came: true }]);
    }
    if (row.by !== caller.person) return fail("not-yours");
    // Who came without a phone and without having signed up is written down by name.
    if ("name" in body) return done([...row.guests, { id: newId(), name: body.name, person: null, by: caller.person!, came: true }]);
    if (body.came.some((id) => !row.guests.some((guest) => guest.id === id))) return fail("not-on-it", { field: "came" });
    return done(row.guests.map((guest) => (body.came.includes(guest.id) ? { ...guest, came: true } : guest)));
  },
  tell: ({ row, body, caller, now, fail, moved }) => {
    if (row.by !== caller.person) return fail("not-yours");
    if (now.toISOString() < row.startsAt) return fail("not-begun");
    return moved({ row: { told: body.words, replay: body.replay ?? row.replay }, emits: { name: "told", data: { id: row.id } } });
  },
  photos: async (given) => {
    const { row, body, caller, fail, moved } = given;
    if (!(await known(given))) return fail("not-found");
    if (row.photos.flatMap(({ media }) => media).length + body.media.length > MOST_PHOTOS) return fail("enough-photos", { field: "media" });
    return moved({ to: row.state as "held" | "told", row: { photos: [...row.photos, { by: caller.person!, media: body.media }] }, emits: { name: "photos-added", data: { id: row.id, photos: body.media.length } } });
  },
  cancel: ({ row, body, caller, fail, moved }) =>
    (row.by !== caller.person ? fail("not-yours") : moved({ row: { reason: body.reason }, writes: [remove(On, On.id({ ...row, happening: row.id }))], emits: { name: "cancelled", data: { id: row.id } }, tells: tellGuests(row, "cancelled", caller.person) })),
};
/** What stands in the calendar beside a new one. */
export const begun = (each: Happening) => [put(Happening, each, "new", { at: each.startsAt, clock: "begin" }), put(On, { startsAt: each.startsAt, endsAt: each.endsAt, happening: each.id }, "new")];
