import { afterEach, expect, test } from "vitest";
import { facts } from "../../../infra/regions/sample.ts";
import { useLog } from "../../../functions/core/log.ts";
import { messagingFor, useMessaging } from "../../../functions/core/messaging/messaging.ts";
import { MessagingError, type Message } from "../../../functions/core/messaging/port.ts";

const lines: string[] = [];
useLog((line) => { lines.push(line); });
afterEach(() => { lines.length = 0; });

const message: Message = { to: "+8613812348000", templateKey: "leave", params: {}, text: "红".repeat(71), expiresAt: "2026-06-01T12:00:00.000Z", purpose: "warning" };

test("what leaves is counted in parts and by purpose, so that codes and warnings have budgets of their own", async () => {
  useMessaging(facts, { send: async () => ({ id: "m1" }) });
  expect(await (await messagingFor(facts)).send(message)).toEqual({ id: "m1" });
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([{ "sms-parts": 2, purpose: "warning" }]);
});

test("a message that did not leave is not counted", async () => {
  useMessaging(facts, { send: async () => { throw new MessagingError("busy", "the carrier is full", 7); } });
  await expect((await messagingFor(facts)).send(message)).rejects.toMatchObject({ kind: "busy", retryAfter: 7 });
  expect(lines).toEqual([]);
});

test("a region whose carrier this version does not hold is told so at once", () => {
  expect(() => messagingFor({ ...facts, messaging: { ...facts.messaging, adapter: "eum" } })).toThrow("no carrier for eum");
});
