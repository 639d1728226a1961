import { loadIndex } from "../../core/places.ts";
import { Line } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { clock, dayOf, when } from "../../core/parts/time.ts";
import { prefs } from "../../core/prefs.ts";
import { has, t } from "../../core/words.ts";

/** "secretary", "county duty officer": which post acted; nothing where somebody acted without one. */
export const officeWords = (office: string | null): string => {
  if (!office) return "";
  const [at, code] = office.includes(":") ? (office.split(":") as [string, string]) : ["office", office];
  const said = has(`office.${code}`) ? t(`office.${code}`) : code;
  return at === "township" || at === "county" ? t(`at.${at}`, { office: said }) : said;
};
/** What happened, in a sentence; for a feature this page has no sentence for, by the name on its shelf. */
export const useWhat = (): ((what: string) => string) => {
  const index = useLoad(loadIndex, [prefs().language]);
  return (what) => {
    if (has(`what.${what}`)) return t(`what.${what}`);
    const feature = what.split("/").slice(0, 2).join("/");
    return t("what.other", { feature: index.data?.places.find((place) => place.feature === feature)?.label ?? feature });
  };
};
/** When, to the minute. */
export const minute = (at: string): string => (dayOf(at) === dayOf(Date.now()) || when(at).includes(clock(at)) ? when(at) : `${when(at)} ${clock(at)}`);

export interface Happened { readonly what: string; readonly at: string; readonly office: string | null }
/** One thing that happened. */
export const EventLine = ({ event, say, by, more = [] }: { event: Happened; say: (what: string) => string; by?: string | undefined; more?: readonly string[] }) => (
  <Line note={[minute(event.at), by ?? (event.office ? t("office", { office: officeWords(event.office) }) : ""), ...more].filter(Boolean).join(" · ")}>{say(event.what)}</Line>
);
