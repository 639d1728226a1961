import type { contract } from "../../../shared/platform/exports/contract.ts";
import { say } from "../../../shared/contract/language.ts";
import { FORMAT } from "../../../shared/platform/exports/format.ts";
import { Person, put, type Stored, type WorkGiven } from "../../core/implement.ts";
import { files, linesOfPeople, prefixOf, rowsNaming } from "../../core/carry.ts";
import { OwnFile, OWN_PARTS, paperKey, type OwnFile as OwnFileRow } from "./rows.ts";
import { inDays, ownPart, readable } from "./rules.ts";
import { whoIs } from "./whois.ts";

type Sections = Record<string, unknown[]>;
const PAGES_A_RUN = 30;
/** What a person's own file leaves out: the marks by which the program finds things again. */
const MARKS = ["LISTED", "ERASED"];

/** Gathers what names a person, village by village and page by page, then writes it twice: for machines and for people. */
export const gatherOwn = async (given: WorkGiven<typeof contract>): Promise<void> => {
  let file: Stored<OwnFileRow> | null = await given.region.get(OwnFile, String(given.data["file"]));
  const store = await files();
  const at = (part: (typeof OWN_PARTS)[number]): string => paperKey(String(given.data["file"]), part);
  for (let page = 0; file?.state === "waiting"; page++) {
    const { version, ...row } = file;
    const walk = row.walk ?? (await begun(given, row.person));
    const sections: Sections = row.walk ? (JSON.parse((await store.get(at("gathered"))) ?? "{}") as Sections) : {};
    const village = walk.villages[0];
    if (village === undefined) {
      const rows = await finish(given, row, sections, store.put);
      const until = inDays(given.clock());
      await store.remove([at("gathered")]);
      return void (await given.commit({ writes: [put(OwnFile, { ...row, state: "ready", rows, until, walk: null }, { version })], emits: { name: "file-ready", data: { file: row.id, person: row.person } } }));
    }
    const found = await rowsNaming(village, [...walk.needles, ...walk.household], walk.from);
    for (const { prefix, value } of found.items) {
      // Of the household only what others did to it: who looked, what was put right.
      const mine = ownPart(value, walk.needles) as Record<string, unknown>;
      const house = ["LOOK", "HHFIX", "ROLL", "ANSWER"].includes(prefix) && walk.household.includes(String(value["household"]));
      const named = walk.needles.some((each) => JSON.stringify(value).includes(each));
      if ((named || house) && !MARKS.includes(prefix)) (sections[prefix] ??= []).push(named ? mine : ownPart(value, walk.household));
    }
    await store.put(at("gathered"), JSON.stringify(sections));
    const after: OwnFileRow = { ...row, walk: found.next === null ? { ...walk, villages: walk.villages.slice(1), from: null } : { ...walk, from: found.next } };
    if (page + 1 >= PAGES_A_RUN) return void (await given.commit({ writes: [put(OwnFile, after, { version })], tasks: [{ work: "file", lane: "papers", data: { file: row.id } }] }));
    if (!(await given.commit({ writes: [put(OwnFile, after, { version })] }))) return;
    file = { ...after, version: version + 1 };
  }
};

const begun = async (given: WorkGiven<typeof contract>, person: string): Promise<NonNullable<OwnFileRow["walk"]>> => {
  const { who, villages } = await whoIs(given, person, null);
  return { villages, needles: [person, ...who.phones], household: [...who.households], from: null };
};

const finish = async (given: WorkGiven<typeof contract>, file: OwnFileRow, sections: Sections, write: (key: string, text: string) => Promise<void>): Promise<number> => {
  const person = await given.region.get(Person, file.person);
  for (const line of await linesOfPeople([file.person], "")) (sections[prefixOf(line.sk)] ??= []).push(line.value);
  // Of signed-in phones their names and days: what opens a session is nobody's to carry.
  if (person) sections["PERSON"] = [{ ...ownPersonal(person), devices: Object.values(person.devices).map(({ since, label }) => ({ since, label })) }];
  const language = person?.language ?? given.facts.languages[0]!;
  const named = (family: string) => (key: string): string => { const word = say(given.words, language, `${family}.${key}`); return word === `${family}.${key}` ? key : word; };
  const made = given.clock().toISOString();
  await write(paperKey(file.id, "json"), JSON.stringify({ format: FORMAT, made, region: given.facts.name, person: file.person, rows: sections }, null, 1));
  await write(paperKey(file.id, "text"), readable([say(given.words, language, "file.heading", { name: person?.name ?? "" }), say(given.words, language, "file.made", { at: made })], sections, named("row"), named("field")));
  return Object.values(sections).reduce((sum, rows) => sum + rows.length, 0);
};
const ownPersonal = ({ version: _version, ...person }: Stored<Person>): Person => person;
