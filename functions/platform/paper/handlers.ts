import { contract } from "../../../shared/platform/paper/contract.ts";
import words from "../../../shared/platform/paper/words.json" with { type: "json" };
import { onDuty } from "../../affairs/village-home/reads.ts";
import { add, implement, put, stableId, type Sheet } from "../../core/implement.ts";
import { sheetIn } from "../../core/sheet.ts";
import type { For, PaperGiven } from "./given.ts";
import { Paper, PaperOf, paperOfId, Print, Prints } from "./rows.ts";
import { editionOf, shown, verdictOf, withEdition } from "./rules.ts";
import { officersOf, WHOLE } from "./whole.ts";

/** What stands now, of whichever feature, with the mark of its words and since when they stand. */
const standing = async (given: PaperGiven, of: string, thing: string): Promise<(Sheet & { fingerprint: string }) | null> => {
  if (given.village.off.includes(of)) return null;
  const sheet = (await WHOLE[`${of}#${thing}`]?.(given)) ?? (await sheetIn(given.table, of, thing));
  return sheet && { ...sheet, fingerprint: stableId(JSON.stringify([given.village.id, of, thing, sheet.since, ...sheet.words])).slice(1) };
};
const NONE = { before: 0, fingerprints: [] };

const print = async (given: For<"print">) => {
  const { table, village, body: { of, thing }, caller, now, newId, origin, change, fail } = given;
  const [sheet, known] = await Promise.all([standing(given, of, thing), table.get(PaperOf, paperOfId(of, thing))]);
  if (!sheet || !sheet.sees(caller)) return fail("not-found");
  if (sheet.stands !== "stands") return fail("not-standing");
  const { fingerprint } = sheet;
  const code = stableId(`paper|${village.id}|${of}|${thing}|${fingerprint}`).slice(1, 9);
  const edition = editionOf(known ?? NONE, fingerprint);
  const at = now.toISOString();
  const before = await table.get(Paper, code);
  return change({
    writes: [
      ...(before ? [] : [put(Paper, { code, of, thing, fingerprint, edition, since: sheet.since, at }, "new"), put(PaperOf, { of, thing, ...withEdition(known ?? NONE, fingerprint) }, known ? { version: known.version } : "new")]),
      put(Print, { id: newId(), code, of, thing, edition, at, person: caller.person, name: caller.member?.name ?? "", office: caller.holds[0] ?? "" }, "new"),
      add(Prints, code, { prints: 1 }),
    ],
    emits: { name: "printed", data: { code } },
    answer: { code, fingerprint: shown(fingerprint), edition, at, address: `${origin}/v/${village.id}/platform/paper/${code}` },
  });
};

const check = async (given: For<"check">) => {
  const { table, params, caller, fail } = given;
  const paper = await table.get(Paper, params.code);
  if (!paper) return fail("not-found");
  const [sheet, known, count] = await Promise.all([standing(given, paper.of, paper.thing), table.get(PaperOf, paperOfId(paper.of, paper.thing)), table.get(Prints, paper.code)]);
  const verdict = verdictOf(paper.fingerprint, sheet);
  const sees = sheet?.sees(caller) === true;
  return {
    verdict, fingerprint: shown(paper.fingerprint), edition: paper.edition, printedFirst: paper.at, since: paper.since,
    now: verdict === "older" && sheet ? { edition: editionOf(known ?? NONE, sheet.fingerprint), since: sheet.since } : null,
    prints: count?.prints ?? 0, title: sees ? sheet.title : null, where: sees ? sheet.where : null,
  };
};

export const handler = implement("platform/paper", contract, words, {
  routes: {
    print, check,
    log: async ({ table, query }) => table.list(Print, query),
    pocket: async (given) => ({
      village: { id: given.village.id, names: given.village.names }, onDuty: onDuty(await officersOf(given)) ?? "",
      helpPhone: given.facts.helpPhone, emergencyPhone: given.facts.emergencyPhone, answers: [...given.facts.answers], address: `${given.origin}/v/${given.village.id}`,
    }),
  },
});
