import { clock } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import type { Live } from "./every.ts";

/** How fresh the figures are; without a connection it says so instead of looking live. */
export const AsOf = ({ live, every }: { live: Live<unknown>; every: number }) => !live.at ? null : live.problem
  ? <p class="card careful">{t("stale", { at: clock(live.at) })}</p>
  : <p class="meta"><small>{t("as-of", { at: clock(live.at), seconds: every })}</small></p>;
