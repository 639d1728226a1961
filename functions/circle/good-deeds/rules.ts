interface Someone { readonly person: string; readonly name: string; readonly bornIn: number | null }
interface House { readonly id: string; readonly people: readonly Someone[] }

const GROWN = 18;
export const isMinor = (bornIn: number | null, year: number): boolean => bornIn !== null && year - bornIn < GROWN;
/** Whether this person may speak for the children of a house: somebody grown who lives there. */
export const isGuardian = (house: House | null, person: string | null, year: number): boolean =>
  house?.people.some((each) => each.person === person && !isMinor(each.bornIn, year)) ?? false;

/** Who is named: known where house and name fit; a child where the roll or the one who names says so. */
export const namedIn = (house: House | null, { name, child }: { readonly name: string; readonly child: boolean }, year: number): { person: string | null; minor: boolean } => {
  const found = house?.people.find((each) => each.name === name);
  return { person: found?.person ?? null, minor: child || (found !== undefined && isMinor(found.bornIn, year)) };
};

interface About { readonly name: string; readonly person: string | null; readonly household: string | null; readonly minor: boolean }
interface Reader { readonly person: string | null; readonly member: { readonly name: string; readonly household: string | null } | null }
/** Whether a deed is told of this reader, or of a child of their house: theirs to decline. A name alone is whoever bears it. */
export const isAbout = (deed: About, { person, member }: Reader): boolean =>
  deed.person !== null && deed.person === person ? true
    : deed.minor ? deed.household !== null && deed.household === member?.household
      : deed.person === null && member !== null && deed.name === member.name && (deed.household === null || deed.household === member.household);

/** The calendar month of an instant in a zone. @example monthOf(new Date("2026-05-31T20:00:00Z"), "Asia/Shanghai") // "2026-06" */
export const monthOf = (at: Date, zone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit" }).format(at);
