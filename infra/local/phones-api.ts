import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { clock } from "../../functions/core/clock.ts";
import { runningBoards } from "./phones-board.ts";
import type { PhonesCarrier } from "./phones-carrier.ts";
import type { PhonesStore, Sms } from "./phones-store.ts";
import { PEOPLE, roleOf } from "./sample-people.ts";

const Sent = z.object({ to: z.string().min(3), text: z.string(), purpose: z.string(), context: z.string().optional() });
const Reply = z.strictObject({ from: z.string().regex(/^\+\d{6,15}$/), text: z.string().trim().min(1).max(500) });
const THREAD = 60;

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" }).end(JSON.stringify(body));
};
/** What a page may know of a message. */
const shown = (sms: Sms) => ({ id: sms.id, mine: sms.kind === "out", text: sms.text, at: sms.at, purpose: sms.kind === "in" ? sms.purpose : null });

const follow = (store: PhonesStore, response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-content-type-options": "nosniff" }).write(": here\n\n");
  const stop = store.watch((number, sms) => response.write(`data: ${JSON.stringify({ number, message: shown(sms) })}\n\n`));
  const beat = setInterval(() => response.write(": still here\n\n"), 20_000);
  response.once("close", () => { stop(); clearInterval(beat); });
};

const CODE_SHOWN = 10 * 60_000;
/** A code that is long dead only misleads. */
const worthShowing = (sms: Sms): boolean => sms.kind === "out" || sms.purpose !== "code" || Date.parse(sms.at) > clock().now().getTime() - CODE_SHOWN;
/** The sample people's phones with what they hold; a number nobody of the sample has is added when something came to it. */
const phonesNow = (store: PhonesStore, facts: RegionFacts) => {
  const known = new Set(PEOPLE.map((each) => each.number));
  const others = store.numbers().filter((number) => !known.has(number)).map((number) => ({ number, name: null, role: null }));
  return {
    answersBySms: facts.answers.includes("sms"), zone: facts.zone, helpPhone: facts.helpPhone,
    phones: [...PEOPLE.map((each) => ({ ...each, role: roleOf(each, facts.profile) })), ...others].map((each) => ({ ...each, messages: store.of(each.number).filter(worthShowing).slice(-THREAD).map(shown) })),
  };
};

/** The phones page's own calls, of the embedded stack alone: /phones-api/send, reply, list, stream, board. */
export const phonesApi = (store: PhonesStore, carrier: PhonesCarrier, facts: RegionFacts) =>
  async (request: IncomingMessage, response: ServerResponse, path: string, body: Buffer): Promise<void> => {
    const route = `${request.method} ${path.slice("/phones-api".length)}`;
    if (route === "GET /list") return json(response, 200, phonesNow(store, facts));
    if (route === "GET /stream") return follow(store, response);
    if (route === "GET /board") return json(response, 200, { items: await runningBoards(clock().now()) });
    if (route !== "POST /send" && route !== "POST /reply") return json(response, 404, { type: "not-found" });
    let given: unknown;
    try { given = JSON.parse(body.toString("utf8")); } catch { return json(response, 422, { type: "not-json" }); }
    if (route === "POST /send") {
      const sent = Sent.safeParse(given);
      if (!sent.success) return json(response, 422, { kind: "blocked" });
      const { context, ...rest } = sent.data;
      const taken = carrier.send({ ...rest, ...(context === undefined ? {} : { context }) });
      return json(response, "kind" in taken ? 422 : 200, taken);
    }
    if (!facts.answers.includes("sms")) return json(response, 409, { type: "no-answers-by-sms" });
    const reply = Reply.safeParse(given);
    if (!reply.success) return json(response, 422, { type: "wrong-field" });
    return json(response, 200, { id: await carrier.reply(reply.data.from, reply.data.text) });
  };
