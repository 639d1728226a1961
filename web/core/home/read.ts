import { callLoosely } from "../client/client.ts";
import { addRoutes } from "../client/routes.ts";
import type { Spoken } from "../words.ts";
import { HOME_ROUTES } from "./routes.ts";
import type { MyHome, PublicHome } from "./shape.ts";

const FEATURE = "affairs/village-home";
addRoutes({ [FEATURE]: HOME_ROUTES });

/** What everybody sees of a village. */
export const readHome = (village: string): Promise<PublicHome> => callLoosely(FEATURE, "home", { village }) as Promise<PublicHome>;
/** What concerns the reader there; a session that ended makes a guest, not a sign-in page. */
export const readMine = (village: string): Promise<MyHome> => callLoosely(FEATURE, "mine", { village, quiet: true }) as Promise<MyHome>;
export interface VillageLine { readonly id: string; readonly names: Spoken; readonly township?: Spoken }
/** Villages of the region: the first and the next, or those of a name. */
export const readVillages = (name: string, cursor?: string): Promise<{ readonly items: readonly VillageLine[]; readonly next: string | null }> =>
  callLoosely(FEATURE, "villages", { query: { name: name || undefined, cursor } }) as Promise<{ items: VillageLine[]; next: string | null }>;
