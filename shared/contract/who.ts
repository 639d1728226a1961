/**
 * Who may ask. Plain strings, so that the dispatcher, OpenAPI, the navigation and the authorisation tests read the same data.
 *
 * - `anyone`     no credentials; the answer is the same for everybody
 * - `visitor`    no account, counted by device and source address
 * - `villager`   a verified member of the village in the path
 * - `household`  a villager who belongs to a household
 * - `office:x`   holds office x of the village in the path, today
 * - `township:x` holds office x of the village's township
 * - `county:x`   holds office x of the county
 * - `operator`   runs the region
 * - `carrier`    a signed callback of the message carrier
 * - `clock`      nobody: a due time
 */
export type Who =
  | "anyone" | "visitor" | "villager" | "household" | "operator" | "carrier" | "clock"
  | `office:${string}` | `township:${string}` | `county:${string}`;

/** Any of these offices of the village. @example who: office("secretary", "committee") */
export const office = (...names: string[]): Who[] => names.map((name): Who => `office:${name}`);
/** Any of these offices of the village's township. */
export const township = (...names: string[]): Who[] => names.map((name): Who => `township:${name}`);
/** Any of these offices of the county. */
export const county = (...names: string[]): Who[] => names.map((name): Who => `county:${name}`);

/** The list form of a `who`, whichever way it was written. */
export const whoList = (who: Who | readonly Who[]): readonly Who[] => (typeof who === "string" ? [who] : who);
