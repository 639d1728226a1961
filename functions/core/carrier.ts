import * as z from "zod";
import { event } from "../../shared/contract/event.ts";
import { clock } from "./clock.ts";
import type { Message } from "./queues.ts";

/** An answer that came by SMS. The text is not stored in any event: it comes off the queue and is read at once. */
export const Received = event(z.object({ id: z.string(), from: z.string(), to: z.string(), text: z.string() }));
/** What became of a message: the context given when it was sent comes back. */
export const Receipt = event(z.object({ id: z.string(), context: z.string().optional(), status: z.enum(["delivered", "invalid", "blocked", "expired", "unreachable"]) }));

/** AWS End User Messaging's words for what became of a text. */
const STATUS: Readonly<Record<string, "delivered" | "invalid" | "blocked" | "expired" | "unreachable">> = {
  TEXT_DELIVERED: "delivered", TEXT_SUCCESSFUL: "delivered", TEXT_INVALID: "invalid", TEXT_INVALID_MESSAGE: "invalid", TEXT_CARRIER_BLOCKED: "blocked", TEXT_BLOCKED: "blocked",
  TEXT_TTL_EXPIRED: "expired", TEXT_UNREACHABLE: "unreachable", TEXT_CARRIER_UNREACHABLE: "unreachable",
};

/** A raw delivery of the carrier's topic as a message of ours; null for what concerns nobody (queued, sent). */
export const readCarrier = (body: Readonly<Record<string, unknown>>, messageId: string): Message | null => {
  const at = clock().now().toISOString();
  if (typeof body["messageBody"] === "string") {
    const id = String(body["inboundMessageId"] ?? messageId);
    return { kind: "carrier", name: "carrier/received", id, at, data: { id, from: String(body["originationNumber"]), to: String(body["destinationNumber"] ?? ""), text: body["messageBody"] } };
  }
  const status = STATUS[String(body["eventType"])];
  if (!status) return null;
  const context = (body["context"] as Record<string, unknown> | undefined)?.["delivery"];
  return { kind: "carrier", name: "carrier/receipt", id: `${String(body["messageId"])}-${status}`, at, data: { id: String(body["messageId"]), status, ...(context ? { context: String(context) } : {}) } };
};
