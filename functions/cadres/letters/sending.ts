import type * as z from "zod";
import type { contract } from "../../../shared/cadres/letters/contract.ts";
import { PROFILES } from "../../../shared/contract/profile.ts";
import { Member, put, type RouteGiven, type Table, type Village, type Write } from "../../core/implement.ts";
import { asWriter, voices } from "./keep.ts";
import { Box, Letter, nameMark, Ticket } from "./rows.ts";
import { concernedBy, dueFrom, skipsTheVillage, type Cadre } from "./rules.ts";
import { newTicket, ticketMark } from "./ticket.ts";

type Given = RouteGiven<typeof contract, (typeof contract)["routes"]["send"]>;

/** Everybody who holds an office here, once for each of them. */
export const cadresOf = async (table: Table, { offices }: Pick<Village, "offices">): Promise<Cadre[]> => {
  const held = Object.entries(offices).flatMap(([office, people]) => people.map((person) => ({ person, office })));
  const members = await table.many(Member, held.slice(0, 100).map(({ person }) => person));
  return held.slice(0, 100).map((each, i) => ({ ...each, name: members[i]?.name ?? "" }));
};

/** A letter is there, with a number and a ticket word, at once; past the village where it is about the secretary. */
export const send = async ({ table, body, caller, village, settings, facts, language, now, newId, fail, change }: Given) => {
  const cadres = await cadresOf(table, village);
  if (body.about.some((person) => !cadres.some((each) => each.person === person))) return fail("not-in-office", { field: "about" });
  const { village: posts, called } = PROFILES[facts.profile];
  const titles = [...Object.values(posts["secretary"] ?? {}), ...(called["secretary"] ?? [])];
  const concerned = concernedBy(body, cadres, titles);
  const secretaries = village.offices["secretary"] ?? [];
  const anonymous = body.privacy === "anonymous";
  const above = skipsTheVillage(concerned, secretaries, caller.person!);
  const secret = anonymous || secretaries.some((person) => concerned.includes(person));
  if (secret && caller.actor !== null) return fail("by-oneself");
  if (anonymous && body.media.length > 0) return fail("media-names-you", { field: "media" });

  const [id, at, ticket] = [newId(), now.toISOString(), newTicket(language)];
  const answerBy = dueFrom(now, body.urgent, settings);
  const step = { at, by: secret ? "writer" : caller.key, channel: caller.channel };
  const letter: Letter = {
    id, mark: newId(), state: above ? "escalated" : "submitted", history: [{ to: "submitted", ...step }, ...(above ? [{ to: "escalated", ...step }] : [])], number: ticket.number,
    category: body.category, urgent: body.urgent, privacy: body.privacy, words: body.words ?? "", parts: body.media, more: [], writer: anonymous ? null : caller.person, from: anonymous ? null : caller.member!.name,
    above, secret, named: concerned.map((person) => nameMark(id, person)), handler: null, sentAt: at, answerBy, answeredAt: null, replies: [], satisfied: null, wall: body.privacy === "public" ? "consented" : null,
  };
  const box = above ? "township" : "secretary";
  const writes: Write[] = [
    put(Letter, letter, "new", above ? null : { at: answerBy, clock: "lapse" }), put(Box, { box, letter: id, stays: above && secret }, "new"),
    put(Ticket, { number: ticket.number, letter: id, word: ticketMark(ticket.number, ticket.pair), wrong: 0, lockedUntil: null, stays: above && secret }, "new"), ...voices(letter),
  ];
  const answer: z.input<(typeof contract)["routes"]["send"]["returns"]> = { id: anonymous ? null : id, number: ticket.number, word: ticket.word, answerBy, above };
  return change({ writes, emits: { name: "sent", data: { letter: letter.mark, category: letter.category, post: box }, ...asWriter(letter) }, answer });
};
