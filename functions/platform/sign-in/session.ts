import { enteredCookies, type Person, put, signSession, type Stored, type Table, type Write, Person as PersonKind } from "../../core/implement.ts";
import { secretText } from "./random.ts";
import { Family, type Family as FamilyRow } from "./rows.ts";
import { readRefresh, withDevice, withoutDevice } from "./rules.ts";

const REMEMBERED = 180 * 86_400_000;
type Hash = (text: string) => Promise<string>;
/** How a refresh token stands in the store. */
export const refreshHash = (hash: Hash, family: string, secret: string): Promise<string> => hash(`refresh|${family}|${secret}`);
export const rememberedUntil = (now: Date): string => new Date(now.getTime() + REMEMBERED).toISOString();

export interface LetIn { readonly writes: Write[]; readonly cookies: string[] }

/** Remembers a phone for a person and gives it its cookies: a ten-minute session and the first refresh token of a new family. */
export const letIn = async (given: { hash: Hash; now: Date }, who: { id: string; village: string | null; row: Stored<Person> | null }, device: string, label: string, number?: string): Promise<LetIn> => {
  const [family, secret] = [secretText(16), secretText(32)];
  const before = who.row?.devices ?? {};
  const untold = Object.keys(before).filter((each) => each !== device);
  const devices = withDevice(before, device, { since: given.now.toISOString(), family, label, ...(number ? { number } : {}), ...(device in before || untold.length === 0 ? {} : { untold }) });
  const person: Person = who.row ? { ...plain(who.row), devices, used: true } : { id: who.id, language: "zh", village: who.village, devices, used: true };
  return {
    writes: [
      put(Family, { id: family, person: who.id, device, hash: await refreshHash(given.hash, family, secret), ended: false, until: rememberedUntil(given.now) }, "new"),
      put(PersonKind, person, who.row ? { version: who.row.version } : "new"),
    ],
    cookies: enteredCookies({ session: await signSession({ person: who.id, device, village: person.village }), refresh: `${family}.${secret}`, device }),
  };
};

const plain = ({ version: _version, ...row }: Stored<Person>): Person => row;

/** Ends a phone's refresh tokens and forgets the phone: its session is refused from the next request on. */
export const endFamily = (family: Stored<FamilyRow>, person: Stored<Person> | null): Write[] => [
  put(Family, { ...family, ended: true }, { version: family.version }),
  ...(person?.devices[family.device]?.family === family.id ? [put(PersonKind, { ...plain(person), devices: withoutDevice(person.devices, family.device) }, { version: person.version })] : []),
];

/** The family a refresh cookie belongs to, if it lives: with its person, and whether the cookie is the one that is good now. */
export const familyOf = async (table: Table, hash: Hash, cookie: string | null): Promise<{ family: Stored<FamilyRow>; person: Stored<Person>; given: string } | null> => {
  const token = readRefresh(cookie);
  const family = token ? await table.get(Family, token.family) : null;
  if (!token || !family || family.ended) return null;
  const person = await table.get(PersonKind, family.person);
  if (person?.devices[family.device]?.family !== family.id) return null;
  return { family, person, given: await refreshHash(hash, token.family, token.secret) };
};
