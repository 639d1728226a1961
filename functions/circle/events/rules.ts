interface Timed { readonly startsAt: string; readonly endsAt: string }
/** Whether two things are at the same hour. */
export const clash = (one: Timed, other: Timed): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

interface Listed { readonly guests: readonly { readonly id: string; readonly person: string | null; readonly by: string }[]; readonly room: number | null }
/** Whether there is room for the guest at this place of the list; the others wait, and move up when somebody drops out. */
export const hasRoom = ({ room }: Pick<Listed, "room">, place: number): boolean => room === null || place < room;

/** Those who waited before and have room now. */
export const movedUp = (before: Listed, after: Listed): Listed["guests"] =>
  after.guests.filter((guest, place) => hasRoom(after, place) && !hasRoom(before, before.guests.findIndex(({ id }) => id === guest.id)));

const UNTIL_AFTER = 24 * 3_600_000;
/** The code on the spot counts from the start until a day after the end: who has no net signs in at home. */
export const codeCounts = ({ startsAt, endsAt }: Timed, now: Date): boolean => startsAt <= now.toISOString() && Date.parse(endsAt) + UNTIL_AFTER > now.getTime();

/** Four figures to be read out. @param draw a random whole number */
export const codeOf = (draw: number): string => String(draw % 10_000).padStart(4, "0");
