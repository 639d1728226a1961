import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { hostAllowed, isPrivate, postHook, signature, useOutside } from "../../../functions/core/webhook.ts";
import { afterFailure, atom, csv } from "../../../functions/platform/open-interfaces/rules.ts";

const HOSTS = ["hooks.example.org"];
const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const hook = { url: "https://hooks.example.org/in", id: "01JHK000000000000000000001", at: new Date("2026-05-01T00:00:00.000Z"), body: `{"type":"test"}`, secret: SECRET, hosts: HOSTS };
afterEach(() => useOutside(null));

describe("where a webhook may go", () => {
  it.each([
    "http://hooks.example.org/in", "https://hooks.example.org:8443/in", "https://me:pw@hooks.example.org/in", "https://hooks.example.org.evil.example/", "https://evil.example/?hooks.example.org", "https://127.0.0.1/",
    "https://[::1]/", "https://2130706433/", "https://0x7f000001/", "file:///etc/passwd", "gopher://hooks.example.org", "https://", "", "//hooks.example.org", "https://hooks.example.org\\@evil.example/",
  ])("not to %s", (url) => expect(hostAllowed(url, HOSTS)).toBe(false));
  it("to a host of the operator's list, however it is written", () => expect([hostAllowed("https://hooks.example.org/in?a=1", HOSTS), hostAllowed("https://HOOKS.example.org", HOSTS)]).toEqual([true, true]));
  it.each([
    ["10.1.2.3", 4], ["127.0.0.1", 4], ["169.254.169.254", 4], ["172.16.0.1", 4], ["172.31.255.255", 4], ["192.168.1.1", 4], ["100.64.0.1", 4], ["0.0.0.0", 4], ["192.0.0.8", 4], ["198.19.0.1", 4], ["224.0.0.1", 4], ["255.255.255.255", 4],
    ["::1", 6], ["::", 6], ["fc00::1", 6], ["fd12:3456::1", 6], ["fe80::1", 6], ["::ffff:127.0.0.1", 6], ["::ffff:7f00:1", 6], ["64:ff9b::7f00:1", 6], ["2002:7f00:1::", 6], ["2001:db8::1", 6], ["2001:0:4136::1", 6], ["ff02::1", 6],
  ])("never to the private address %s", (address, family) => expect(isPrivate({ address, family })).toBe(true));
  it.each([["8.8.8.8", 4], ["172.32.0.1", 4], ["192.0.1.1", 4], ["100.128.0.1", 4], ["2400:3200::1", 6], ["2606:4700::1111", 6]])("the public address %s passes", (address, family) => expect(isPrivate({ address, family })).toBe(false));
  it("not when an allowed name leads home, alone or among public addresses, and nothing is sent", async () => {
    let posts = 0;
    const lead = (...addresses: string[]) => useOutside({ lookup: async () => addresses.map((address) => ({ address, family: 4 })), post: async () => { posts++; return 200; } });
    lead("169.254.169.254");
    expect(await postHook(hook)).toMatchObject({ ok: false, why: "private-address" });
    lead("8.8.8.8", "10.0.0.1");
    expect(await postHook(hook)).toMatchObject({ ok: false, why: "private-address" });
    lead();
    expect(await postHook(hook)).toMatchObject({ ok: false, why: "no-address" });
    expect(posts).toBe(0);
  });
  it("connects to the very address that was judged", async () => {
    const asked: string[] = [];
    useOutside({ lookup: async () => [{ address: "8.8.8.8", family: 4 }], post: async (_url, to) => { asked.push(to.address); return 204; } });
    expect(await postHook(hook)).toEqual({ ok: true, status: 204, why: "answered" });
    expect(asked).toEqual(["8.8.8.8"]);
  });
  it("a redirect is no arrival, and a silent server is an outcome, not an error", async () => {
    const answers = (post: () => Promise<number>) => useOutside({ lookup: async () => [{ address: "8.8.8.8", family: 4 }], post });
    answers(async () => 302);
    expect(await postHook(hook)).toEqual({ ok: false, status: 302, why: "refused" });
    answers(async () => { throw new Error("timeout"); });
    expect(await postHook(hook)).toEqual({ ok: false, status: null, why: "timeout" });
  });
  it("is signed over id, time and body, as Standard Webhooks says", () => {
    const by = createHmac("sha256", Buffer.alloc(32, 7)).update(`${hook.id}.1777593600.${hook.body}`).digest("base64");
    expect(signature(hook)).toBe(`v1,${by}`);
    expect(signature({ ...hook, body: `{"type":"text"}` })).not.toBe(`v1,${by}`);
  });
});

describe("what follows a failure", () => {
  it("waits longer each time, never longer than a queue holds, then gives up", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => afterFailure({ tries, status: 500, failures: 0 })).map((each) => (each.then === "again" ? each.seconds : "give up"));
    expect(waits).toEqual([10, 60, 300, 900, 900, 900, "give up"]);
  });
  it("pauses the webhook after the third delivery given up on, and at once where it is gone", () => {
    expect([afterFailure({ tries: 7, status: 500, failures: 1 }), afterFailure({ tries: 7, status: null, failures: 2 }), afterFailure({ tries: 1, status: 410, failures: 0 })])
      .toEqual([{ then: "give-up", pause: false }, { then: "give-up", pause: true }, { then: "give-up", pause: true }]);
  });
});

describe("public lists", () => {
  it("as CSV: quotes, commas and line breaks stay inside their cell, and no cell is a formula", () =>
    expect(csv(["a", "b"], [["say \"hi\", all", "one\ntwo"], ["=1+1", "@x"]])).toBe("\uFEFFa,b\r\n\"say \"\"hi\"\", all\",\"one\ntwo\"\r\n'=1+1,'@x\r\n"));
  it("as a feed: text is data, never markup, without what XML cannot carry", () => {
    const feed = atom({ id: "i", title: "青山村 & <b>", self: "s", updated: "2026-05-01T00:00:00.000Z", entries: [{ id: "e", title: "<script>", text: "a\u0007b \"c\"", at: "2026-05-01T00:00:00.000Z", link: "https://x/?a&b" }] });
    expect(feed).toContain("<title>青山村 &amp; &lt;b&gt;</title>");
    expect(feed).toContain("<title>&lt;script&gt;</title>");
    expect(feed).toContain("ab &quot;c&quot;");
    expect(feed).not.toMatch(/<script|\u0007/);
  });
});
