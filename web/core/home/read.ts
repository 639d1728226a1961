import { callLoosely } from "../client/client.ts";
import { addRoutes } from "../client/routes.ts";
import type { Spoken } from "../words.ts";
import type { MyHome, PublicHome } from "./shape.ts";

const FEATURE = "affairs/village-home";
/** The three reads of every home stand in the first script: no table of routes has to come before the first call. A test holds them to the contract. */
export const HOME_ROUTES = {
  home: { method: "GET", path: "/", at: "village", open: true },
  mine: { method: "GET", path: "/mine", at: "village" },
  villages: { method: "GET", path: "/villages", at: "region", open: true },
} as const;
addRoutes({ [FEATURE]: HOME_ROUTES });

/** What everybody sees of a village. */
export const readHome = (village: string): Promise<PublicHome> => callLoosely(FEATURE, "home", { village }) as Promise<PublicHome>;
/** What concerns the reader there; a session that ended makes a guest, not a sign-in page. */
export const readMine = (village: string): Promise<MyHome> => callLoosely(FEATURE, "mine", { village, quiet: true }) as Promise<MyHome>;
/** The villages of the region. */
export const readVillages = (): Promise<{ readonly items: readonly { readonly id: string; readonly names: Spoken; readonly township?: Spoken }[] }> =>
  callLoosely(FEATURE, "villages") as Promise<{ items: { id: string; names: Spoken; township?: Spoken }[] }>;
