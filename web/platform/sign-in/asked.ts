/** A code is good for five minutes: so long the page remembers, across a reload, which number it went to. */
const LIFE = 300_000;
const KEY = "wecountry.asked";

/** Keeps the number while the reader looks at the text message: small phones drop the page meanwhile. */
export const keepAsked = (phone: string): void => { try { sessionStorage.setItem(KEY, JSON.stringify({ phone, at: Date.now() })); } catch { /* the number is typed again */ } };
export const forgetAsked = (): void => { try { sessionStorage.removeItem(KEY); } catch { /* nothing was kept */ } };
/** The number a code went to less than five minutes ago, or none. */
export const askedFor = (): string | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as { phone: string; at: number } | null;
    return kept && Date.now() - kept.at < LIFE ? kept.phone : undefined;
  } catch {
    return undefined;
  }
};
