import * as z from "zod";
import { AreaCode, Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

const Names = z.record(z.string(), z.string());
const Both = z.object({ zh: z.string(), en: z.string() });

/** What the home shows of other features, kept by listeners, so that reading it stays a handful of reads however much the village has. */
export const Summary = row("HOME", () => z.object({
  notice: z.object({ id: Id, title: z.string(), at: Instant, until: Instant.nullable() }).nullable(),
  guest: z.object({ id: Id, name: z.string(), hometown: z.string(), words: z.string(), at: Instant }).nullable(),
  /** Since when the guest who has waited longest waits. */
  guestWaits: Instant.nullable(),
  loosened: z.array(Instant),
  groups: z.array(z.string()),
}), { id: () => "", erase: (home, who) => (home.guest && who.names.includes(home.guest.name) ? { ...home, guest: null } : home) });
export type Summary = z.infer<typeof Summary.schema>;
export const NOTHING: Summary = { notice: null, guest: null, guestWaits: null, loosened: [], groups: [] };

/** What the village says of itself. */
export const Profile = row("HOMEPROFILE", () => z.object({ about: Both.nullable(), specialities: z.array(Both), season: z.object({ line: Both, until: Day }).nullable() }), { id: () => "" });

/** A village in the region's list: one list, so that a stranger finds theirs without knowing the county. */
export const VillageName = row("HOMENAME", () => z.object({ village: AreaCode, names: Names, township: Names.nullable() }), { id: (each) => each.village, at: "region", carry: "village" });
