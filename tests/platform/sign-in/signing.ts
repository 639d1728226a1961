import { Person } from "../../../functions/core/access-rows.ts";
import { clock } from "../../../functions/core/clock.ts";
import { keyedHash } from "../../../functions/core/secrets.ts";
import { Phone } from "../../../functions/alerts/contacts/rows.ts";
import type { Answered, As, TestStack } from "../../core/stack.ts";

export const SIGN_IN = "platform/sign-in";
let last = 0;
/** A number nobody in this file has had yet. */
export const freshNumber = (): string => `+86138${String(12_340_000 + ++last).padStart(8, "0")}`;

/** People of a village's roll behind one number. */
export const onRoll = async (stack: TestStack, village: string, phone: string, names: readonly string[] = ["李秀英"]): Promise<string[]> => {
  const people = names.map(() => clock().id());
  for (const [i, id] of people.entries()) await stack.store(Person, { id, name: names[i], language: "zh", village, devices: {} }, {});
  await stack.store(Phone, { hash: await keyedHash("phone", phone), people: people.map((person) => ({ person, village, household: clock().id() })) }, {});
  return people;
};

/** Asks for a code and reads it off the phone. */
export const codeFor = async (stack: TestStack, as: As, phone: string): Promise<string> => {
  const asked = await as.call(SIGN_IN, "ask", { body: { phone } });
  if (asked.status !== 200) throw new Error(`asking answered ${asked.text}`);
  await stack.settle();
  return /\d{6}/.exec(stack.phones.to(phone).at(-1)?.text ?? "")?.[0] ?? "";
};
export const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** What a Set-Cookie header gave. */
export const cookieOf = (answer: Answered, name: string): string => answer.cookies.find((each) => each.startsWith(`${name}=`)) ?? "";
export const valueOf = (answer: Answered, name: string): string => cookieOf(answer, name).split(";")[0]!.slice(name.length + 1);

/** Signed in through the front door: the cookies a phone then carries. */
export const signIn = async (stack: TestStack, phone: string, device: string): Promise<{ answer: Answered; session: string; refresh: string; cookies: string[] }> => {
  const as = stack.guest(device);
  const code = await codeFor(stack, as, phone);
  const first = await as.call(SIGN_IN, "enter", { body: { phone, code } });
  // On a second phone somebody says who they are.
  const person = first.body.choose?.[0]?.person as string | undefined;
  const answer = person ? await as.call(SIGN_IN, "enter", { body: { phone, code, person } }) : first;
  const [session, refresh] = [valueOf(answer, "session"), valueOf(answer, "refresh")];
  return { answer, session, refresh, cookies: [`session=${session}`, `refresh=${refresh}`] };
};
