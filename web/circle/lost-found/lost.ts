import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export const FEATURE = "circle/lost-found";
export type Lost = Answer<"circle/lost-found", "one">;
const CADRES = ["office:secretary", "office:director", "office:committee", "office:grid-worker", "office:duty-officer", "township:duty-officer", "township:police"];
/** Who is drawn the buttons of an office; the server judges. */
export const isCadre = (): boolean => whosIn(here().village).some((who) => CADRES.includes(who));
export const isUp = ({ state }: Pick<Lost, "state">): boolean => state === "open" || state === "seen";
