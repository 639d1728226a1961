import { useEffect, useState } from "preact/hooks";
import { Lazy } from "./lazy.tsx";
import { BEFORE_PRINT } from "./print-page.ts";

/** What the sheet is of, and whom to tell when its foot is drawn. */
export interface TwinData { readonly of: string; readonly thing: string; readonly ready: () => void }

/**
 * The paper twin of a page: when the page is printed, a foot with code, QR and fingerprint stands under it, and the print is logged. Nothing
 * is asked before. Put it where the foot shall stand; the page's own print button calls `printPage`.
 * @param of the feature; its rows declare `sheet` (functions/core/rows.ts)
 * @param thing the id of what the page shows
 * @example <PaperTwin of="affairs/notices" thing={notice.id} />
 */
export const PaperTwin = ({ of, thing = "" }: { of: string; thing?: string }) => {
  const [asked, ask] = useState<{ round: number; ready: () => void } | null>(null);
  useEffect(() => {
    const soon = (event: Event): void => {
      (event as CustomEvent<Promise<unknown>[]>).detail.push(new Promise<void>((ready) => { ask((before) => ({ round: (before?.round ?? 0) + 1, ready })); }));
    };
    addEventListener(BEFORE_PRINT, soon);
    return () => removeEventListener(BEFORE_PRINT, soon);
  }, [of, thing]);
  return asked ? <Lazy key={asked.round} name="platform/paper" data={{ of, thing, ready: asked.ready } satisfies TwinData} quiet /> : null;
};
