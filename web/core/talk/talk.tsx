import { Lazy } from "../lazy.tsx";
import { offIn } from "../names.ts";
import { here } from "../router.ts";

/** What the talk under a thing is about. */
export interface TalkData { readonly thing: string }

/**
 * Likes and replies under a thing, for whoever may read it: written or spoken, liked once. Its row declares `shown` with `talk`
 * (functions/core/rows.ts); where the village shows no such thing, or switched replies off, nothing stands here.
 * @param thing the id of what the page shows
 * @example <Talk thing={entry.id} />
 */
export const Talk = ({ thing }: { thing: string; where?: string }) =>
  offIn(here().village).includes("circle/replies") ? null : <Lazy key={thing} name="circle/replies" data={{ thing } satisfies TalkData} quiet />;
