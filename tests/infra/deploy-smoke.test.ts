import { describe, expect, test } from "vitest";
import { smoke, type Trial } from "../../infra/build/deploy-smoke.ts";
import type { QueueSpec } from "../../infra/resources.ts";

const URGENT: QueueSpec = { name: "alerts-sending-urgent", deadLetters: "alerts-sending-urgent-dead", feature: "alerts/sending", lane: "urgent", visibilitySeconds: 180, tries: 10, batch: 10 };
const DOCUMENT = "<!doctype html><script src=\"/assets/core.1a2b3c4d.js\"></script>";
type Answers = Readonly<Record<string, () => Response>>;
const RIGHT: Answers = { "/": () => new Response(DOCUMENT), "/assets/core.1a2b3c4d.js": () => new Response("1"), "/open/affairs/village-home/region/villages": () => Response.json({ items: [] }), "/v1/platform/sign-in/region/ask": () => Response.json({ sent: true }) };

const tried = async (parts: Partial<Trial> = {}, answers: Answers = {}) => {
  const [asked, heard]: [{ path: string; init?: RequestInit | undefined }[], string[]] = [[], []];
  let waits = 0;
  const faults = await smoke({
    origin: "https://x", document: DOCUMENT, phone: undefined, queues: [URGENT], waiting: async () => 0, deadBefore: new Map(),
    fetch: async (url, init) => { const path = url.slice("https://x".length); asked.push({ path, init }); return ({ ...RIGHT, ...answers }[path] ?? (() => new Response("", { status: 404 })))(); },
    wait: async () => { waits += 1; }, say: (line) => heard.push(line), ...parts,
  });
  return { faults, asked, waits, text: heard.join("\n") };
};

describe("a trial after a deployment", () => {
  test("sees page, script, a public read and empty queues, and says that no code was asked for", async () => {
    const { faults, asked, waits, text } = await tried();
    expect(faults).toEqual([]);
    expect(asked.map(({ path }) => path)).toEqual(["/", "/assets/core.1a2b3c4d.js", "/open/affairs/village-home/region/villages"]);
    expect([waits, text]).toEqual([0, expect.stringContaining("no simulated numbers")]);
  });

  test("waits for a CDN that still serves the page of before, and not for ever", async () => {
    let times = 0;
    const slow = await tried({}, { "/": () => new Response(++times < 4 ? "old" : DOCUMENT) });
    expect([slow.faults, slow.waits]).toEqual([[], 3]);
    const never = await tried({}, { "/": () => new Response("old") });
    expect([never.faults, never.waits]).toEqual([["The page that is served is not the one that was built."], 29]);
  });

  test.each<[string, Answers, RegExp]>([
    ["a page that fails", { "/": () => new Response("", { status: 502 }) }, /The page answers 502/],
    ["a script that is missing", { "/assets/core.1a2b3c4d.js": () => new Response("", { status: 403 }) }, /script answers 403/],
    ["a public read that fails", { "/open/affairs/village-home/region/villages": () => new Response("", { status: 500 }) }, /which anyone may read, answers 500/],
    ["a list that is the page itself", { "/open/affairs/village-home/region/villages": () => new Response(DOCUMENT) }, /not a list/],
    ["sign-in that fails", { "/v1/platform/sign-in/region/ask": () => new Response("", { status: 500 }) }, /nobody new could sign in/],
  ])("names %s", async (_what, answers, sentence) => {
    expect((await tried({ phone: "+6581234567" }, answers)).faults.join()).toMatch(sentence);
  });

  test("asks for one code to the operator's own number, with a key, and shows only its end", async () => {
    const { faults, asked, text } = await tried({ phone: "+6581234567" });
    const ask = asked.find(({ path }) => path.endsWith("/ask"))!;
    expect(faults).toEqual([]);
    expect(ask.init).toMatchObject({ method: "POST", body: "{\"phone\":\"+6581234567\"}" });
    expect(new Headers(ask.init!.headers).get("idempotency-key")).toMatch(/^[\w-]{8,64}$/);
    expect(text).toContain("4567");
    expect(text).not.toContain("+6581234567");
    expect((await tried({ phone: "+6581234567" }, { "/v1/platform/sign-in/region/ask": () => new Response("", { status: 429 }) })).faults).toEqual([]);
  });

  test("names warnings that do not leave and letters that died, but none that were dead before", async () => {
    const stuck = await tried({ waiting: async (queue) => (queue === URGENT.name ? 7 : 2) });
    expect(stuck.faults).toEqual(["7 messages still wait in alerts-sending-urgent: warnings do not leave.", "2 messages failed for good in alerts-sending-urgent-dead. Mend the cause, then: npm run redrive"]);
    const old = await tried({ waiting: async (queue) => (queue === URGENT.name ? 0 : 2), deadBefore: new Map([[URGENT.deadLetters, 2]]) });
    expect(old.faults).toEqual([]);
  });

  test("an address that does not exist is a sentence, not a crash", async () => {
    expect((await tried({ fetch: async () => { throw new Error("getaddrinfo ENOTFOUND x"); } })).faults).toEqual(["getaddrinfo ENOTFOUND x"]);
  });
});
