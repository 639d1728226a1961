const KEY = "wecountry.weight";
/** What the headers of one answer weigh, about. */
const HEAD = 300;
interface Today { readonly day: string; readonly bytes: number }

const weightOf = (each: PerformanceResourceTiming): number => {
  if (each.transferSize > 0) return each.transferSize;
  // Through the service worker the browser names no bytes on the wire: answers of the village are fetched each time, files of the frame are kept.
  return each.workerStart > 0 && /\/(v1|open)\//.test(each.name) && each.encodedBodySize > 0 ? each.encodedBodySize + HEAD : 0;
};
/** What came over the network since an instant of this page's life, in bytes. */
export const bytesSince = (start: number): number =>
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].filter((each) => each.startTime >= start).reduce((sum, each) => sum + weightOf(each as PerformanceResourceTiming), 0);

const today = (): string => new Date().toDateString();
const read = (): Today => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Today | null;
    if (kept?.day === today()) return kept;
  } catch { /* begins anew */ }
  return { day: today(), bytes: 0 };
};
/** Adds to what this phone fetched today. @returns the sum */
export const addToday = (bytes: number): number => {
  const sum = read().bytes + bytes;
  try { localStorage.setItem(KEY, JSON.stringify({ day: today(), bytes: sum })); } catch { /* a full phone counts this page only */ }
  return sum;
};
/** "7 KB", "1.2 MB" */
export const weigh = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
