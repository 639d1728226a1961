interface Taps { readonly day: string; readonly works: readonly string[]; readonly broken: readonly string[] }
const NEWEST = 200;

/** Today's words with one more: the latest of each counts; yesterday's are gone. */
export const tapped = (before: Taps | null, day: string, who: string, works: boolean) => {
  const today = before?.day === day ? before : { works: [], broken: [] };
  const others = (list: readonly string[]): string[] => list.filter((each) => each !== who).slice(-NEWEST);
  return { day, works: [...others(today.works), ...(works ? [who] : [])], broken: [...others(today.broken), ...(works ? [] : [who])] };
};

/** What it is after these words: so many of one day agree, else it stays what it was. */
export const stateAfter = (state: string, taps: Taps, wanted: number): "works" | "broken" =>
  state === "works" ? (taps.broken.length >= wanted && taps.broken.length > taps.works.length ? "broken" : "works") : taps.works.length >= wanted && taps.works.length > taps.broken.length ? "works" : "broken";
