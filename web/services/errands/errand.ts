import type { Answer } from "../../core/client/types.ts";
import { when } from "../../core/parts/time.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "services/errands";
export type Errand = Answer<"services/errands", "one">;
export const CARES = ["none", "medicine", "cash"] as const;
export const keepsPoint = (): boolean => whosIn(here().village).some((who) => ["office:secretary", "office:committee", "office:grid-worker"].includes(who));
/** What is said of it in one line; of medicines and cash no more than that. */
export const titleOf = ({ kind, by, to, what, care }: Errand): string =>
  kind === "trip" ? t("trip.line", { name: by, to: to || t("town") }) : t("fetch.line", { what: what || t(care === "none" ? "something" : `care.${care}`) });
export const noteOf = ({ from, to, goesAt, by, kind, carrier }: Errand): string =>
  [...(goesAt ? [t("leaves", { at: when(goesAt) })] : []), ...(kind === "fetch" && from && to ? [t("from.to", { from, to })] : []), ...(kind === "fetch" ? [by] : []), ...(carrier ? [t("carrier", { name: carrier })] : [])].join(" · ");
