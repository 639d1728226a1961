import { useDynamo } from "../../../functions/core/clients.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler } from "../../../functions/affairs/village-home/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler as offices } from "../../../functions/platform/offices/handlers.ts";
import { handler as villages } from "../../../functions/platform/villages/handlers.ts";
import { openCounty, type TestCounty } from "../../alerts/county.ts";
import type { TestStack } from "../../core/stack.ts";

export const HOME = "affairs/village-home";
/** Two villages with people, and every feature whose news the home shows. */
export const openHome = (): Promise<TestCounty> => openCounty([handler, notices, guestbook, offices, villages]);

type Send = (command: { readonly constructor: { readonly name: string } }) => Promise<unknown>;
/** The commands an act sends to the table. */
export const commandsOf = async (stack: TestStack, act: () => Promise<unknown>): Promise<string[]> => {
  const sent: string[] = [];
  const real = stack.dynamo;
  const watched = new Proxy(real, { get: (target, name) => (name === "send" ? (command: Parameters<Send>[0]) => { sent.push(command.constructor.name.replace("Command", "")); return (target.send as unknown as Send).call(target, command); } : Reflect.get(target, name)) });
  useDynamo(watched);
  try { await act(); } finally { useDynamo(real); }
  return sent.sort();
};
