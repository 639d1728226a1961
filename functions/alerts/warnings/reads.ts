import type { AreaTable, Stored, Table } from "../../core/implement.ts";
import { Alert, Warning } from "./rows.ts";

export { Alert, Warning } from "./rows.ts";
export { copyFor } from "./village-copy.ts";

/** At most this many warnings hold in one village at once; more are on the page of past ones. */
const MOST = 20;

/** What holds in this village now: issued, its time not up, newest first. @param table the village's */
export const runningAlerts = async (table: Table, now: Date): Promise<Stored<Alert>[]> => {
  const { items } = await table.list(Alert, { limit: MOST });
  return items.filter((alert) => isRunning(alert, now));
};

/** Whether a village's copy still holds. */
export const isRunning = (alert: Alert, now: Date): boolean =>
  alert.state === "issued" && (alert.expires === null || alert.expires > now.toISOString());

/** The village's copy of a warning, running or over; null where the village is not meant. */
export const alertOf = (table: Table, warning: string): Promise<Stored<Alert> | null> => table.get(Alert, warning);

/** Whether the county has paused sending this warning. */
export const isPaused = async (county: AreaTable, warning: string): Promise<boolean> => (await county.get(Warning, warning))?.paused ?? false;

/** Whether this household of a village is meant: by group, by hazard mark, or all. */
export const isMeant = (alert: Pick<Alert, "groups" | "mark">, house: { readonly group: string; readonly hazards: readonly string[] }): boolean =>
  (alert.groups === null || alert.groups.includes(house.group)) && (alert.mark === null || house.hazards.includes(alert.mark));

/** The county's issued warnings, newest first. */
export const issuedWarnings = async (county: AreaTable, limit: number): Promise<Stored<Warning>[]> =>
  (await county.list(Warning, { limit })).items.filter((each) => each.issuedAt !== null);
