import { failureOf, type Message, type Messaging, MessagingError, retryAfterOf } from "./port.ts";

const PATIENCE = 5000;

const ask = async (url: string, message: Message, patience: number): Promise<Response> => {
  try {
    return await fetch(`${url}/send`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(message), signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const refused = ((error as Error).cause as { code?: string } | undefined)?.code === "ECONNREFUSED";
    throw new MessagingError(refused ? "busy" : "unknown", "the phones did not answer");
  }
};

/**
 * The embedded stack's phones: POST {url}/send with the message as JSON. They answer 200 {"id"}; a refusal is 422 {"kind"} with the
 * failure it plays (invalid, opted-out, blocked), or 429 or 5xx.
 */
export const phones = (url: string, patience = PATIENCE): Messaging => ({
  send: async (message) => {
    const answer = await ask(url, message, patience);
    const body = (await answer.json().catch(() => ({}))) as { id?: string; kind?: string };
    if (answer.ok && body.id) return { id: body.id };
    const played = body.kind === "invalid" || body.kind === "opted-out" || body.kind === "blocked" ? body.kind : undefined;
    throw new MessagingError(answer.ok ? "unknown" : played ?? failureOf(answer.status), `phones answered ${answer.status}`, retryAfterOf(answer.headers.get("retry-after")));
  },
});
