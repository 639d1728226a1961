import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { CHANNELS, FACTS } from "../../../shared/alerts/roll-call/states.ts";
import { ERASED, row, scrub } from "../../core/implement.ts";

/** Everything a household said in a warning, in order; the event that follows holds codes only. */
export const Answer = row("ANSWER", () => z.object({ id: Id, warning: Id, household: Id, fact: z.enum(FACTS), people: z.number().nullable(), seen: z.boolean(), words: z.string().nullable(), channel: z.enum(CHANNELS), saidBy: z.string().nullable(), by: z.string(), said: Instant, at: Instant, afterEnd: z.boolean() }),
  {
    id: (answer) => `${answer.warning}#${answer.household}#${answer.id}`,
    erase: (answer, who) => ({
      ...answer, saidBy: answer.saidBy === null ? null : scrub(answer.saidBy, who),
      words: answer.words === null ? null : answer.by === who.person || answer.saidBy === who.person ? ERASED : who.households.includes(answer.household) ? scrub(answer.words, who) : answer.words,
    }),
  });
export type Answer = z.infer<typeof Answer.schema>;

/** An answer from a number on no roll: kept, asked "which house?" once, shown on the board; a call for help on top. Forgotten after 90 days. */
export const Unplaced = row("UNPLACED", () => z.object({ id: Id, hash: z.string(), phone: z.string(), text: z.string(), help: z.boolean(), at: Instant, asked: z.boolean(), placed: z.object({ village: AreaCode, warning: Id, household: Id }).nullable() }),
  { id: (unplaced) => unplaced.id, at: "region", erase: (unplaced, who) => (who.phones.includes(unplaced.phone) || who.hashes.includes(unplaced.hash) ? null : unplaced), expires: (unplaced) => new Date(Date.parse(unplaced.at) + 90 * 86_400_000).toISOString() });
export type Unplaced = z.infer<typeof Unplaced.schema>;

/** A question we asked a number back ("for whom?", "which house?", with the choices in order), or that we told it nothing is open: said once. */
export const Asked = row("ASKED", () => z.object({ hash: z.string(), about: z.enum(["for-whom", "which-house", "nothing-open"]), text: z.string(), choices: z.array(z.object({ village: AreaCode, warning: Id, household: Id, label: z.string() })), until: Instant, unplaced: Id.nullable() }),
  { id: (asked) => asked.hash, at: "region", erase: (asked, who) => (who.hashes.includes(asked.hash) || asked.choices.some((choice) => who.households.includes(choice.household)) ? null : asked), expires: (asked) => asked.until });
export type Asked = z.infer<typeof Asked.schema>;
