const SHAPE = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(\.\d+)?\s*(Z|[-+]\d\d:?\d\d)?$/i;

export interface ReadTime {
  /** As CAP writes it. */
  readonly time: string;
  /** False when it was written otherwise: with `Z`, with milliseconds, without seconds. */
  readonly exact: boolean;
  /** True when no offset stood there; the time was then taken as UTC. */
  readonly noZone: boolean;
}

/** Reads a time leniently; null when it is no time (a 31 February, an offset beyond 14 hours, words). */
export const readTime = (raw: string): ReadTime | null => {
  const [, day, minutes, seconds, , zone] = SHAPE.exec(raw) ?? [];
  if (!day || !minutes) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  // Date rolls 31 February over into March: only a day that comes back the same exists.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  const offset = !zone || zone.toUpperCase() === "Z" ? "-00:00" : zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  if (offset.slice(1) > "14:00" || offset.slice(4) > "59") return null;
  const time = `${day}T${minutes}${seconds ?? ":00"}${offset}`;
  return { time, exact: time === raw, noZone: !zone };
};

/** A UTC instant as CAP writes it. @example capTime("2026-07-14T09:26:51.000Z") // "2026-07-14T09:26:51-00:00" */
export const capTime = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}-00:00`;

/** A CAP time as a UTC instant. @example instantOf("2026-07-14T17:26:51+08:00") // "2026-07-14T09:26:51.000Z" */
export const instantOf = (time: string): string => new Date(time).toISOString();
