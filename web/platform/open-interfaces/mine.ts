import { ownStyle } from "../../core/own-style.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

export const FEATURE = "platform/open-interfaces";
ownStyle(`.address{overflow-wrap:anywhere;font-family:monospace;font-size:.85em}.plain{list-style:none;padding:0;margin:0}@media print{.address{font-size:9pt}.noprint{display:none!important}}`);

/** The village's posts that answer for keys and webhooks; the server judges. */
export const KEEPERS = ["office:secretary", "office:committee"] as const;
export const ownPosts = (): (typeof KEEPERS)[number][] => KEEPERS.filter((post) => whosIn(here().village).includes(post));
export const isKeeper = (): boolean => ownPosts().length > 0;
/** Where a list of this village stands, for anybody. */
export const addressOf = (village: string, path: string): string => `${location.origin}/open/${FEATURE}/villages/${village}/${path}`;
