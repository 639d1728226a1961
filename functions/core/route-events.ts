import type { EventRow } from "./commit.ts";
import { post, queueName, type Posted } from "./queues.ts";
import { routing } from "./routes-of-events.ts";
import { sealEvents } from "./seal.ts";

export interface Stored { readonly pk: string; readonly event: EventRow }

/** The queue messages of one event: one a listening feature, and one a village where it names villages. */
export const messagesFor = ({ pk, event }: Stored): Posted[] =>
  (routing().listeners[event.name] ?? []).flatMap((feature): Posted[] =>
    event.villages
      ? event.villages.map((village) => ({ queue: queueName(feature), message: { kind: "event", pk, event: { ...event, villages: undefined }, village } }))
      : [{ queue: queueName(feature), message: { kind: "event", pk, event } }]);

/** Copies events to their queues, then seals them: sealed means queued durably. A crash in between routes them again, which is harmless. */
export const routeEvents = async (events: readonly Stored[]): Promise<void> => {
  await post(events.flatMap(messagesFor));
  for (const [pk, own] of Map.groupBy(events, (each) => each.pk)) await sealEvents(pk, own.map((each) => each.event.id));
};
