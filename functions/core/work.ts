import { Village } from "./access-rows.ts";
import { nobody } from "./caller.ts";
import type { ChangeParts, Outgoing } from "./change.ts";
import { clock } from "./clock.ts";
import { commit } from "./commit.ts";
import { eventOf } from "./dispatch.ts";
import { environment } from "./environment.ts";
import { givenFor } from "./given.ts";
import type { FeatureCode } from "./implement.ts";
import { withDesk } from "./lifecycle-rows.ts";
import { partition, placeOf } from "./keys.ts";
import { messagingFor } from "./messaging/messaging.ts";
import { post, queueName, type Message } from "./queues.ts";
import { openTable } from "./table.ts";
import { tellWrites } from "./tell.ts";

/**
 * One piece of work off a lane. It may act on the outside and commit several times; it must bear being run twice.
 * @throws whatever the work throws: the message comes again
 */
export const doWork = async (feature: FeatureCode, message: Extract<Message, { kind: "work" }>): Promise<void> => {
  const place = placeOf(message.pk);
  const village = place.at === "village" ? await openTable(place, "system").get(Village, "") : null;
  const given = givenFor(feature, place, { village, county: null, region: null }, "system", clock().now());
  const caller = nobody("system", environment().region.languages[0]!);
  await feature.work![message.work]!({
    ...given, data: message.data, lane: message.lane, senders: environment().senders,
    clock: () => clock().now(),
    wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
    send: async (out: Outgoing & { context?: string }) => (await messagingFor(environment().region)).send(out),
    commit: async (parts: ChangeParts) => {
      const now = clock().now();
      const outcome = await commit({ place, writes: [...withDesk(feature, parts.writes, given.settings), ...tellWrites(feature, parts.tells, "system", now)], event: eventOf(feature, parts, caller, now) }, now.getTime());
      if (outcome !== "done") return false;
      await post((parts.tasks ?? []).map((task) => ({ queue: queueName(feature.name, task.lane), message: { kind: "work", pk: partition(place), work: task.work, lane: task.lane, data: task.data }, ...(task.delaySeconds ? { delaySeconds: task.delaySeconds } : {}) })));
      return true;
    },
  } as never);
};
