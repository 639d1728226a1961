import { randomUUID } from "node:crypto";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { post, type Message } from "../../functions/core/queues.ts";
import { clock } from "../../functions/core/clock.ts";
import { carrierQueues } from "../resources.ts";
import type { PhonesStore, Sms } from "./phones-store.ts";

/** What the embedded carrier is handed by the phones adapter of functions/core. */
export interface Handed { readonly to: string; readonly text: string; readonly purpose: string; readonly context?: string }
export interface PhonesCarrier {
  /** Takes a message and answers with its id; a number that plays dead is refused. */
  send(message: Handed): { readonly id: string } | { readonly kind: "invalid" };
  /** Somebody wrote back. */
  reply(from: string, text: string): Promise<string>;
  /** Delivers again what an earlier run may not have handed on: queues are memory, and whoever heard it before leaves it. */
  again(hours: number): Promise<number>;
  stop(): void;
}

/** Numbers that end so are no phones: to see what a wrong number does. */
const PLAYS_DEAD = /0000$/;
const ARRIVES_AFTER = 200;
/** The number people see as the sender of warnings, and answer to. */
export const OUR_NUMBER = "12379";

/** A carrier whose phones are the phones page: it keeps each message, and its receipts and answers come as a carrier's do. */
export const phonesCarrier = (store: PhonesStore, features: readonly FeatureHandler[]): PhonesCarrier => {
  const wants = carrierQueues(Object.fromEntries(features.map((each) => [each.code.name, each.code.contract])));
  const queuesFor = (name: "carrier/received" | "carrier/receipt"): string[] => wants.filter((each) => each.events.includes(name)).map((each) => each.queue);
  const timers = new Set<NodeJS.Timeout>();

  const messageFor = (sms: Sms): Message => sms.kind === "in"
    ? { kind: "carrier", name: "carrier/receipt", id: `${sms.id}-delivered`, at: sms.at, data: { id: sms.id, status: "delivered", ...(sms.context ? { context: sms.context } : {}) } }
    : { kind: "carrier", name: "carrier/received", id: sms.id, at: sms.at, data: { id: sms.id, from: sms.from, to: OUR_NUMBER, text: sms.text } };
  const hand = (sms: Sms): Promise<void> => post(queuesFor(sms.kind === "in" ? "carrier/receipt" : "carrier/received").map((queue) => ({ queue, message: messageFor(sms) })));
  const wantsIt = (sms: Sms): boolean => sms.kind === "out" || sms.context !== undefined;

  return {
    send: ({ to, text, purpose, context }) => {
      if (PLAYS_DEAD.test(to)) return { kind: "invalid" };
      const sms: Sms = { kind: "in", id: randomUUID(), to, text, purpose, at: clock().now().toISOString(), ...(context ? { context } : {}) };
      store.add(sms);
      if (wantsIt(sms)) {
        const timer = setTimeout(() => { timers.delete(timer); hand(sms).catch((error: unknown) => { process.stderr.write(`A receipt was not handed on: ${String(error)}\n`); }); }, ARRIVES_AFTER);
        timers.add(timer);
      }
      return { id: sms.id };
    },
    reply: async (from, text) => {
      const sms: Sms = { kind: "out", id: randomUUID(), from, text, at: clock().now().toISOString() };
      store.add(sms);
      await hand(sms);
      return sms.id;
    },
    again: async (hours) => {
      const recent = store.since(new Date(clock().now().getTime() - hours * 3_600_000).toISOString()).filter(wantsIt);
      for (const sms of recent) await hand(sms);
      return recent.length;
    },
    stop: () => { for (const timer of timers) clearTimeout(timer); },
  };
};
