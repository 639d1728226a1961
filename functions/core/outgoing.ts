import { refuse } from "../../shared/contract/problem.ts";
import type { Outgoing } from "./change.ts";
import { environment } from "./environment.ts";
import { log } from "./log.ts";
import { messagingFor } from "./messaging/messaging.ts";

/**
 * Sends what a committed change wants sent (a sign-in code).
 * @throws Refusal message-not-sent, after the commit: asking again with a new key sends again
 */
export const sendAll = async (messages: readonly Outgoing[]): Promise<void> => {
  if (messages.length === 0) return;
  const messaging = await messagingFor(environment().region);
  for (const message of messages) {
    try { await messaging.send(message); } catch (error) {
      log("warn", "a message was not sent", { kind: message.purpose, error: (error as Error).name });
      throw refuse("message-not-sent", { retryAfter: 30 });
    }
  }
};
