import { clock } from "../../functions/core/clock.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { routesOf } from "../../functions/core/match.ts";
import { stableId } from "../../functions/core/stable-id.ts";
import { apiEvent, type ApiAnswer } from "./http-event.ts";
import type { PhonesStore } from "./phones-store.ts";
import { PEOPLE } from "./sample-people.ts";

export interface Call {
  readonly village?: string;
  readonly area?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Refusals that mean it is done already: after a seeding that was killed. */
  readonly mayFail?: readonly string[];
}
export type Answer = Readonly<Record<string, unknown>>;
export type Someone = (feature: string, route: string, call?: Call) => Promise<Answer>;

export interface SampleApi {
  has(feature: string): boolean;
  /** Somebody at the door, each with a telephone and an address of their own. */
  guest(name: string): Someone;
  /** People sign in as people do: each asks for a code, reads it off the phone, gives it; whoever has done so already is not asked again. @returns them in the order asked */
  signIn(...numbers: readonly string[]): Promise<Someone[]>;
}

const CODE = /\d{6}/;
const codesOn = (phones: PhonesStore, number: string): string[] =>
  phones.of(number).flatMap((sms) => (sms.kind === "in" && sms.purpose === "code" ? CODE.exec(sms.text) ?? [] : []));
const PATIENCE_MS = 10_000;
/** The code that came to each number after those it had. Once the county is open its own pump may be the one that brings them: settling alone does not wait for it. */
const newCodes = async (phones: PhonesStore, numbers: readonly string[], before: readonly number[], settle: () => Promise<unknown>): Promise<string[]> => {
  for (const end = performance.now() + PATIENCE_MS; ;) {
    await settle();
    const late = numbers.filter((number, i) => codesOn(phones, number).length <= before[i]!);
    if (late.length === 0) return numbers.map((number) => codesOn(phones, number).at(-1)!);
    if (performance.now() > end) throw new Error(`no code came to ${late.join(", ")}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
};
interface Jar { cookies: Map<string, string>; device: string; ip: string; renewing?: Promise<unknown> | undefined }

/**
 * The API as the sample's people use it: the features' own handlers, by the same events as over HTTP, with cookies, idempotency keys and
 * codes from the phones. Keys are made of what is asked, so that a seeding that was killed goes on where it stopped.
 */
export const sampleApi = (features: ReadonlyMap<string, FeatureHandler>, origin: string, phones: PhonesStore, settle: () => Promise<unknown>): SampleApi => {
  const send = async (jar: Jar, name: string, routeName: string, call: Call, key: string): Promise<{ answer: Answer; status: number }> => {
    const feature = features.get(name);
    const route = feature && routesOf(feature.code.contract).find((each) => each.name === routeName)?.route;
    if (!feature || !route) throw new Error(`the sample wants ${name} ${routeName}, which is not there`);
    const path = route.path.replace(/\{(\w+)\}/g, (_, hole: string) => encodeURIComponent(call.params?.[hole] ?? ""));
    const place = route.at === "area" ? `areas/${call.area ?? ""}` : route.at === "region" ? "region" : `villages/${call.village ?? ""}`;
    const result = (await feature(apiEvent({
      method: route.method, path: `/v1/${name}/${place}${path}`, ip: jar.ip, cookies: [...jar.cookies].map(([each, value]) => `${each}=${value}`),
      headers: { "accept-language": "zh", origin, ...(route.method === "GET" ? {} : { "idempotency-key": key }) },
      ...(call.query ? { query: call.query } : {}), ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    }))) as ApiAnswer;
    for (const cookie of result.cookies ?? []) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      jar.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const isJson = String(result.headers?.["content-type"] ?? "").includes("json");
    const answer: Answer = isJson ? (JSON.parse(result.body ?? "{}") as Answer) : { text: result.body };
    const status = result.statusCode ?? 0;
    if (status >= 400 && !call.mayFail?.includes(String(answer["type"]))) throw new Error(`the sample was refused: ${name} ${routeName} answered ${status} ${JSON.stringify(answer)}`);
    return { answer, status };
  };
  const someone = (jar: Jar): Someone => async (feature, route, call = {}) => {
    const key = stableId(`${jar.device}|${feature}|${route}|${JSON.stringify([call.village, call.area, call.params, call.body])}`);
    const ended = { ...call, mayFail: [...(call.mayFail ?? []), "session-ended"] };
    const { answer } = await send(jar, feature, route, jar.cookies.has("session") ? ended : call, key);
    if (answer["type"] !== "session-ended") return answer;
    // A session is short; the story takes an evening. Calls that find it ended together renew it once: a token given twice signs the phone out.
    await (jar.renewing ??= send(jar, "platform/sign-in", "refresh", {}, clock().id()).finally(() => { jar.renewing = undefined; }));
    return (await send(jar, feature, route, call, key)).answer;
  };

  const jarOf = (name: string): Jar => {
    const device = stableId(`sample|${name}`);
    return { device, ip: `sample ${name}`, cookies: new Map([["device", device]]) };
  };
  const enter = async (numbers: readonly string[]): Promise<Someone[]> => {
    const jars = numbers.map(jarOf);
    const once = (): string => clock().id();
    const before = numbers.map((number) => codesOn(phones, number).length);
    await Promise.all(jars.map((jar, i) => send(jar, "platform/sign-in", "ask", { body: { phone: numbers[i] } }, once())));
    const codes = await newCodes(phones, numbers, before, settle);
    return Promise.all(jars.map(async (jar, i) => {
      const number = numbers[i]!;
      const code = codes[i]!;
      const { answer } = await send(jar, "platform/sign-in", "enter", { body: { phone: number, code } }, once());
      // A neighbour's phone also speaks for the elder next door: whose phone it is says who it is.
      const choices = (answer["choose"] ?? []) as readonly { person: string; name: string }[];
      const own = choices.find((each) => PEOPLE.some((one) => one.number === number && one.name.endsWith(each.name.replace(/^\*+/, ""))));
      if (own) await send(jar, "platform/sign-in", "enter", { body: { phone: number, code, person: own.person } }, once());
      if (!jar.cookies.get("session")) throw new Error(`${number} was not let in: ${JSON.stringify(answer)}`);
      return someone(jar);
    }));
  };
  const known = new Map<string, Promise<Someone>>();
  return {
    has: (feature) => features.has(feature),
    guest: (name) => someone(jarOf(name)),
    signIn: (...numbers) => {
      const fresh = numbers.filter((number) => !known.has(number));
      const entering = fresh.length > 0 ? enter(fresh) : Promise.resolve([]);
      for (const [i, number] of fresh.entries()) known.set(number, entering.then((all) => all[i]!));
      return Promise.all(numbers.map((number) => known.get(number)!));
    },
  };
};
