/** What other systems may be told of at once; each event's data holds ids and codes of public matters. */
export const HOOKED = ["affairs/notices/published", "affairs/notices/withdrawn", "alerts/warnings/issued", "alerts/warnings/over"] as const;
export type Hooked = (typeof HOOKED)[number];
/** Lists anybody may take as CSV. */
export const LISTS = ["notices", "offices"] as const;
