import * as z from "zod";
import { Instant } from "../../shared/contract/ids.ts";
import { say, LANGUAGES, type WordsFile } from "../../shared/contract/language.ts";
import { deskMoves, type LifecycleOptions } from "../../shared/contract/lifecycle.ts";
import { wordsIn } from "../../shared/contract/profile.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { whoList } from "../../shared/contract/who.ts";
import { environment } from "./environment.ts";
import type { Case, DeskLine, FeatureCode } from "./implement.ts";
import type { Due, Kind, Stored, Write } from "./rows.ts";
import { put, remove, row } from "./rows.ts";

const texts = () => z.record(z.string(), z.string());
const shape = () => z.object({
  feature: z.string(), case: z.string(), state: z.string(),
  /** The case's own version, for If-Match when the matter is settled in place. */
  seen: z.number().int(),
  /** Who may settle it: "office:secretary", "township:director", … */
  offices: z.array(z.string()),
  since: Instant,
  /** When it is late; null where nothing says so. */
  due: Instant.nullable(),
  /** One line in each language, without anybody's name. */
  text: texts(),
  /** A path below the village or county. */
  where: z.string(),
  steps: z.array(z.object({ move: z.string(), who: z.array(z.string()), how: z.enum(["plain", "reason", "page"]), label: texts() })),
  /** Handed on with a word to a person or an office that may settle it, until the matter changes. */
  handed: z.object({ to: z.string(), by: z.string(), word: z.string(), at: Instant }).nullable(),
  stays: z.literal(true).optional(),
});
export type Wait = z.output<ReturnType<typeof shape>>;

const wider = (who: string): boolean => who.startsWith("township:") || who.startsWith("county:");
const kindAt = (at: Scope): Kind<Wait> => row("WAIT", shape, {
  id: (wait) => waitId(wait.feature, wait.case), at, ...(at === "village" ? { area: (wait: Wait) => wait.offices.some(wider) } : {}),
  erase: (wait, { person }) => (wait.handed && (wait.handed.by === person || wait.handed.to === person) ? { ...wait, handed: null } : wait), carry: "village", ...(at === "village" ? { carried: (wait: Wait) => (wait.stays ? null : wait) } : {}),
});
export const waitId = (feature: string, id: string): string => `${feature}#${id}`;
/** What waits for an office: beside each case whose state does, in the same transaction; gone when nobody has to act any more. */
export const WaitIn: Readonly<Record<Scope, Kind<Wait>>> = { village: kindAt("village"), area: kindAt("area"), region: kindAt("region") };

type Step = Wait["steps"][number];
const howOf = (body: z.ZodType | undefined): Step["how"] =>
  !body || body.safeParse({}).success ? "plain" : body.safeParse({ reason: "because" }).success ? "reason" : "page";
const inBoth = (words: WordsFile, keys: readonly string[], values: NonNullable<DeskLine["values"]> = {}): Record<string, string> => {
  const key = keys.find((each) => each in words.zh) ?? keys.at(-1)!;
  return Object.fromEntries(LANGUAGES.map((language) => [language, say(words, language, key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value])))]));
};

const stepsBy = new WeakMap<FeatureCode, Map<string, Step[]>>();
/** The moves that settle a matter in this state, with who may make them and what they ask; worked out once. */
const stepsOf = (feature: FeatureCode, life: LifecycleOptions, state: string): Step[] => {
  let states = stepsBy.get(feature);
  if (!states) stepsBy.set(feature, states = new Map());
  let steps = states.get(state);
  if (!steps) {
    const words = wordsIn(environment().region.profile, feature.words);
    states.set(state, steps = deskMoves(life, state).map((move) => ({
      move, who: whoList(life.moves[move]!.who).filter((who) => who.includes(":")), how: howOf(life.moves[move]!.body), label: inBoth(words, [`step.${move}`, move]),
    })));
  }
  return steps;
};

/** When it is late: at the clock of its state; where a clock has brought it here, since then. */
const lateAt = (row: Case, due: Due | null): string | null => due?.at ?? (row.history.at(-1)?.channel === "clock" ? row.history.at(-1)!.at : null);

const waitFor = (feature: FeatureCode, life: LifecycleOptions, kind: Kind<Case>, row: Case, version: number, due: Due | null): Wait | null => {
  const steps = stepsOf(feature, life, row.state);
  if (steps.length === 0) return null;
  const id = kind.id(row);
  const about = feature.lifecycle?.about?.(row as never, environment().region) ?? {};
  const words = wordsIn(environment().region.profile, feature.words);
  return {
    feature: feature.name, case: id, state: row.state, seen: version, offices: [...new Set(steps.flatMap(({ who }) => who))], since: row.history.at(-1)?.at ?? "1970-01-01T00:00:00.000Z",
    due: lateAt(row, due), text: inBoth(words, [`waits.${row.state}`, "place.label"], about.values), where: about.where ?? `${feature.name}/${id}`, steps, handed: null, ...(about.stays ? { stays: true as const } : {}),
  };
};

/**
 * The writes of a change, with a Wait row put or taken away beside every case of the feature among them.
 * @param dueOf when a case in its state comes due
 */
export const withWaits = (feature: FeatureCode, writes: readonly Write[], dueOf: (row: Case) => Due | null): readonly Write[] => {
  const life = feature.contract.lifecycle;
  const kind = feature.lifecycle?.kind;
  if (!life || !kind) return writes;
  const Kept = WaitIn[kind.at];
  const more = writes.flatMap((write): Write[] => {
    if (write.kind.prefix !== kind.prefix) return [];
    if (write.op === "remove") return [remove(Kept, waitId(feature.name, write.id))];
    if (write.op !== "put") return [];
    const row = write.value as Case;
    const version = typeof write.when === "object" ? write.when.version + 1 : 1;
    const wait = waitFor(feature, life, kind, row, version, write.due === undefined ? dueOf(row) : write.due);
    if (wait) return [put(Kept, wait, "over")];
    const before = (row as Partial<Stored<Case>>).history?.at(-2)?.to;
    return before !== undefined && deskMoves(life, before).length > 0 ? [remove(Kept, waitId(feature.name, kind.id(row)))] : [];
  });
  return more.length === 0 ? writes : [...writes, ...more];
};
