import { boot } from "../boot.ts";
import { prefs } from "../prefs.ts";
import { t } from "../words.ts";

const formats: Record<string, Intl.DateTimeFormat> = {};
/** Making a format costs a slow phone 5 ms, using it nothing: a list of twenty days makes each once. */
const show = (instant: string | number, options: Intl.DateTimeFormatOptions, locale = prefs().language === "zh" ? "zh-CN" : "en-GB"): string =>
  (formats[locale + JSON.stringify(options)] ??= new Intl.DateTimeFormat(locale, { timeZone: boot.zone, ...options })).format(new Date(instant));

/** The calendar day of an instant in the region's zone. @example dayOf("2026-05-01T16:30:00.000Z") // "2026-05-02" in China */
export const dayOf = (instant: string | number): string => show(instant, {}, "sv-SE");
/** "03:10" in the region's zone. */
export const clock = (instant: string | number): string => show(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
/** How to greet now, in the region's zone. */
export const partOfDay = (now: number = Date.now()): "morning" | "day" | "evening" => {
  const hour = Number(clock(now).slice(0, 2));
  return hour >= 4 && hour < 11 ? "morning" : hour >= 11 && hour < 18 ? "day" : "evening";
};
/** How a day is written: with the year when it is another than this one. */
const dayForm = (date: string): Intl.DateTimeFormatOptions => ({ month: prefs().language === "zh" ? "long" : "short", day: "numeric", ...(date.slice(0, 4) === dayOf(Date.now()).slice(0, 4) ? {} : { year: "numeric" }) });
/** "5月1日" or "1 May"; with the year when it is another. */
export const day = (instant: string | number): string => show(instant, dayForm(dayOf(instant)));
/** The same for a date of the calendar, which is no instant. @example dateDay("2026-12-01") // "12月1日" */
export const dateDay = (date: string): string => show(date, { ...dayForm(date), timeZone: "UTC" });
/** The clock for today, "yesterday", "tomorrow" with theirs, else the day; with the clock while it is still to come. */
export const when = (instant: string | number, now: number = Date.now()): string =>
  dayOf(instant) === dayOf(now) ? clock(instant) : dayOf(instant) === dayOf(now - 86_400_000) ? t("time.yesterday", { at: clock(instant) }) 
    : dayOf(instant) === dayOf(now + 86_400_000) ? t("time.tomorrow", { at: clock(instant) }) : new Date(instant).getTime() > now ? `${day(instant)} ${clock(instant)}` : day(instant);
