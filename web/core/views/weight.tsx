import { useEffect, useState } from "preact/hooks";
import { keepForDuty } from "../offline/keep-duty.ts";
import { definePage } from "../pages.ts";
import { onMove } from "../router.ts";
import { addToday, bytesSince, weigh } from "../parts/weight.ts";
import { t } from "../words.ts";

const LOOK = 3_000;
// One count for the life of the document: what was counted already, and where the page that is shown began.
const told = { counted: 0, start: 0, listens: false };

/** What this page took from the network and what today did: whoever pays by the megabyte sees it on every page. */
const Weight = () => {
  const [bytes, set] = useState({ page: 0, today: 0 });
  useEffect(() => {
    if (!told.listens) { told.listens = true; onMove(() => { told.start = performance.now(); }); }
    const count = (): void => {
      const all = bytesSince(0);
      const sum = addToday(Math.max(0, all - told.counted));
      told.counted = all;
      set((old) => { const page = bytesSince(told.start); return old.page === page && old.today === sum ? old : { page, today: sum }; });
    };
    count();
    keepForDuty().catch(() => undefined);
    const timer = setInterval(() => { if (document.visibilityState === "visible") count(); }, LOOK);
    return () => clearInterval(timer);
  }, []);
  return <p class="weight">{t("footer.weight", { page: weigh(bytes.page), today: weigh(bytes.today) })}</p>;
};
export const page = definePage({ name: "core/weight", view: () => <Weight /> });
