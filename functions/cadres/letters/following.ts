import type * as z from "zod";
import type { contract } from "../../../shared/cadres/letters/contract.ts";
import type { TicketAsk, TicketView } from "../../../shared/cadres/letters/letter.ts";
import { put, type RouteGiven, type Stored, type Table } from "../../core/implement.ts";
import { closing, reopening } from "./answering.ts";
import { unnamed, voices } from "./keep.ts";
import { Letter, Ticket } from "./rows.ts";
import { dueFrom, LOCKED_FOR, mayReopen, WRONG_BEFORE_LOCK } from "./rules.ts";
import { numberIn, pairIn, ticketMark } from "./ticket.ts";
import { view } from "./view.ts";

type Routes = (typeof contract)["routes"];
type Asked = z.output<typeof TicketAsk>;
type Opened = { readonly is: "open"; readonly letter: Stored<Letter>; readonly ticket: Stored<Ticket> } | { readonly is: "wrong"; readonly ticket: Stored<Ticket> | null } | { readonly is: "locked"; readonly seconds: number };

const open = async (table: Table, { number, word }: Asked, now: Date): Promise<Opened> => {
  const plain = numberIn(number);
  const ticket = plain === null ? null : await table.get(Ticket, plain);
  if (!ticket) return { is: "wrong", ticket: null };
  const locked = ticket.lockedUntil === null ? 0 : Date.parse(ticket.lockedUntil) - now.getTime();
  if (locked > 0) return { is: "locked", seconds: Math.ceil(locked / 1000) };
  const pair = pairIn(word);
  const letter = pair !== null && ticketMark(ticket.number, pair) === ticket.word ? await table.get(Letter, ticket.letter) : null;
  return letter ? { is: "open", letter, ticket } : { is: "wrong", ticket };
};

/** A wrong word is counted; the fifth locks the ticket for an hour. */
const counted = ({ version, ...ticket }: Stored<Ticket>, now: Date) => {
  const wrong = ticket.wrong + 1;
  const lock = wrong >= WRONG_BEFORE_LOCK;
  return [put(Ticket, { ...ticket, wrong: lock ? 0 : wrong, lockedUntil: lock ? new Date(now.getTime() + LOCKED_FOR).toISOString() : null }, { version })];
};
const ticketView = (letter: Stored<Letter>): z.input<typeof TicketView> => view(letter, { person: null });

export const follow = async ({ table, body, now, fail, change }: RouteGiven<typeof contract, Routes["follow"]>) => {
  const opened = await open(table, body, now);
  if (opened.is === "locked") return fail("locked", { retryAfter: opened.seconds });
  if (opened.is === "wrong") return opened.ticket ? change({ writes: counted(opened.ticket, now), emits: { name: "guessed", data: {} }, refuse: fail("wrong-ticket", { field: "word" }) }) : fail("wrong-ticket", { field: "word" });
  const { version, ...ticket } = opened.ticket;
  if (ticket.wrong === 0) return ticketView(opened.letter);
  return change({ writes: [put(Ticket, { ...ticket, wrong: 0, lockedUntil: null }, { version })], quiet: "a right word ends the counting of wrong ones", answer: ticketView(opened.letter) });
};

/** Who follows by ticket closes the letter or asks again, as its writer does by name. */
export const followUp = async ({ table, body, settings, now, fail, change }: RouteGiven<typeof contract, Routes["followUp"]>) => {
  const opened = await open(table, body, now);
  if (opened.is === "locked") return fail("locked", { retryAfter: opened.seconds });
  if (opened.is === "wrong") return opened.ticket ? change({ writes: counted(opened.ticket, now), emits: { name: "guessed", data: {} }, refuse: fail("wrong-ticket", { field: "word" }) }) : fail("wrong-ticket", { field: "word" });
  const { letter: { version, ...letter } } = opened;
  if (letter.state !== "replied") return fail("not-allowed-now", { state: letter.state, steps: [] });
  if (body.step === "reopen" && body.words === undefined) return fail("say-why", { field: "words" });
  if (body.step === "reopen" && !mayReopen(letter.answeredAt, now)) return fail("too-late-to-reopen");
  const answerBy = dueFrom(now, letter.urgent, settings);
  const step = body.step === "close" ? { to: "closed" as const, ...closing(letter, body.satisfied ?? null) } : reopening(letter, body.words!, now, answerBy);
  const next: Letter = { ...letter, ...step.row, state: step.to, history: [...letter.history, { to: step.to, at: now.toISOString(), by: "writer", channel: "web" }] };
  return change({
    writes: [put(Letter, next, { version }, step.to === "reopened" ? { at: answerBy, clock: "lapse" } : null), ...voices(next)],
    emits: { ...step.emits, as: unnamed(letter) }, answer: ticketView({ ...next, version: version + 1 }),
  });
};
