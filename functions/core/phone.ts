import type { CountryCode } from "libphonenumber-js";

export type ReadPhone = { readonly ok: true; readonly e164: string } | { readonly ok: false; readonly reason: "phone-malformed" | "phone-foreign" | "phone-landline" };

/**
 * A mobile number as E.164, or why it is none. Numbers without a country are read in the region's first one; premium and fixed lines
 * get no messages and count as landlines.
 * @param countries ISO 3166 codes whose mobile numbers the region takes
 * @example await readPhone("138 1234 8000", ["CN"]) // { ok: true, e164: "+8613812348000" }
 */
export const readPhone = async (text: string, countries: readonly string[]): Promise<ReadPhone> => {
  if (text.length > 40 || /[^\d\s()+.-]/.test(text.normalize("NFKC"))) return { ok: false, reason: "phone-malformed" };
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/mobile");
  const number = parsePhoneNumberFromString(text.normalize("NFKC"), countries[0] as CountryCode);
  if (!number?.isPossible()) return { ok: false, reason: "phone-malformed" };
  const mine = countries.some((country) => number.country === country || (number.country === undefined && number.getPossibleCountries().includes(country as CountryCode)));
  if (!mine) return { ok: false, reason: "phone-foreign" };
  if (number.isValid()) return { ok: true, e164: number.number };
  // A Chinese mobile number with figures too few or too many: a slip, not another kind of line (168 is a premium prefix).
  return { ok: false, reason: /^\+861(?!68)[3-9]\d{3,10}$/.test(number.number) ? "phone-malformed" : "phone-landline" };
};
