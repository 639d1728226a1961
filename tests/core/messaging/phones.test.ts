import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { phones } from "../../../functions/core/messaging/phones.ts";
import type { Message } from "../../../functions/core/messaging/port.ts";

const servers: Server[] = [];
afterEach(() => { for (const server of servers.splice(0)) { server.closeAllConnections(); server.close(); } });

const page = (answer: (path: string, body: string) => { status: number; body: unknown } | null): Promise<string> => new Promise((resolve) => {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += String(piece);
    const said = answer(request.url ?? "", text);
    if (said) response.writeHead(said.status).end(JSON.stringify(said.body));
  });
  servers.push(server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
});
const message: Message = { to: "+8613812348000", templateKey: "code", params: {}, text: "验证码 123456", expiresAt: "2026-06-01T12:00:00.000Z", purpose: "code" };

describe("the phones page", () => {
  test("gets the whole message and gives it a number", async () => {
    const got: string[] = [];
    const url = await page((path, body) => { got.push(path, body); return { status: 200, body: { id: "m1" } }; });
    expect(await phones(url).send(message)).toEqual({ id: "m1" });
    expect(got[0]).toBe("/send");
    expect(JSON.parse(got[1]!)).toEqual(message);
  });

  test.each([[422, "invalid", "invalid"], [422, "opted-out", "opted-out"], [422, "blocked", "blocked"], [429, undefined, "busy"], [503, undefined, "busy"]])("playing %i %s is kept as %s", async (status, played, kind) => {
    const url = await page(() => ({ status, body: { kind: played } }));
    await expect(phones(url).send(message)).rejects.toMatchObject({ kind });
  });

  test("silence leaves the outcome unknown, a page that is not open is for later", async () => {
    const url = await page(() => null);
    await expect(phones(url, 60).send(message)).rejects.toMatchObject({ kind: "unknown" });
    const closed = servers.pop()!;
    closed.closeAllConnections();
    await new Promise((done) => { closed.close(done); });
    await expect(phones(url, 5_000).send(message)).rejects.toMatchObject({ kind: "busy" });
  });
});
