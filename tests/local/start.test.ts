import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { request } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCAL } from "../../infra/local/unsigned.ts";
import type { Json } from "../core/json.ts";
import { away, browserAt, command, earlierCounty, lockIn, newFolder, phone, signIn, start, until, type Started } from "./county.ts";

const QINGSHAN = "431228103205";
const COUNTY = "431228";
const [VILLAGER, NEIGHBOUR, OFFICER_A, OFFICER_B] = ["+8613800001007", "+8613800001008", "+8613800009001", "+8613800009002"];
const WARNINGS = `/v1/alerts/warnings/areas/${COUNTY}`;

/** A request with a Host header of its own. */
const asHost = (origin: string, host: string): Promise<{ status: number; location: string | undefined }> => new Promise((resolve, reject) => {
  request(origin, { headers: { host } }, (answer) => { answer.resume(); resolve({ status: answer.statusCode ?? 0, location: answer.headers.location }); }).once("error", reject).end();
});

describe("npm start", () => {
  const folder = newFolder();
  let county: Started;
  const origin = (): string => county.origin;
  // A process that ended and waits for its parent to look is dead, too.
  const alive = (pid: number): boolean => { try { return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)![0] !== "Z"; } catch { return false; } };

  beforeAll(async () => {
    await earlierCounty(folder, VILLAGER);
    county = await start(folder, "--fresh");
  });
  afterAll(async () => { await county.stop(); away(folder); });

  it("--fresh forgets what was there and begins again", async () => {
    expect((await phone(browserAt(origin), VILLAGER)).map((each: Json) => each.text).join()).not.toContain("of an earlier county");
    expect((await browserAt(origin).call("GET", "/phones-api/board")).body.items).toEqual([]);
  });

  it("opens a county with two villages whose people, posts and saved places are there", async () => {
    const officer = await signIn(origin, OFFICER_A);
    const villages = (await officer.call("GET", `/v1/platform/villages/areas/${COUNTY}/`)).body.items as Json[];
    expect(villages.map((each) => [each.names.zh, each.households, each.secretary])).toEqual([["河边村", 24, true], ["青山村", 48, true]]);
    const areas = (await officer.call("GET", `${WARNINGS}/areas`)).body.items as Json[];
    expect(areas.map((each) => each.name)).toContain("水库下游沿河 Below the dam");
    const posts = (await officer.call("GET", `/v1/platform/offices/villages/${QINGSHAN}/`)).body.offices as Json[];
    expect(posts.find((each) => each.office === "group-leader").holders.map((each: Json) => each.name)).toEqual(["刘水生", "肖庆祥", "罗光辉"]);
  });

  it("shows a guest who said hello at half past ten at night and had six answers within half an hour, and what the village published", async () => {
    const home = (await browserAt(origin).call("GET", `/open/affairs/village-home/villages/${QINGSHAN}/`)).body;
    expect(home.today.map((each: Json) => each.kind)).toEqual(expect.arrayContaining(["guest", "post"]));
    expect(new Set(home.today.map((each: Json) => each.kind)).size).toBe(5);
    const wall = (await browserAt(origin).call("GET", `/open/circle/guestbook/villages/${QINGSHAN}/`)).body.items as Json[];
    expect(wall[0].at.slice(11, 16)).toBe("14:30");
    expect(wall[0].answers.map((each: Json) => each.minutes)).toEqual([2, 5, 9, 18, 23, 27]);
    expect(wall.map((each) => each.words).join()).not.toContain("example.com");
  });

  it("tells the households of a warning, and a word sent back from a phone moves the board", async () => {
    const [a, b] = [await signIn(origin, OFFICER_A), await signIn(origin, OFFICER_B)];
    const parts = [{ village: QINGSHAN, mark: "river" }];
    const draft = (await a.call("POST", `${WARNINGS}/`, { kind: "order", hazard: "flash-flood", colour: "red", parts, place: { zh: "村小学", en: "the village school" } })).body;
    expect((await a.call("POST", `${WARNINGS}/${draft.id}/put-up`, {})).body.state).toBe("waiting");
    expect((await b.call("POST", `${WARNINGS}/${draft.id}/approve`, {})).body.state).toBe("issued");
    const told = await until(async () => (await phone(a, VILLAGER)).find((each: Json) => each.text.includes("/w/")), "the warning on the villager's phone");
    expect(told.text).toContain(origin());
    expect((await a.call("POST", "/phones-api/reply", { from: VILLAGER, text: "3" })).status).toBe(200);
    const village = await until(async () => {
      const [board] = (await a.call("GET", "/phones-api/board")).body.items as Json[];
      return board?.villages[0].help === 1 && board.villages[0];
    }, "the call for help on the board");
    expect(village.households).toBe(14);
    expect(village.houses[0]).toMatchObject({ no: "7", state: "needs-help" });
    await a.call("POST", "/phones-api/reply", { from: NEIGHBOUR, text: "1" });
    const asked = await until(async () => (await phone(a, NEIGHBOUR)).find((each: Json) => each.purpose === "answer"), "the question which house is meant");
    expect(asked.text).toContain("周福生");
  });

  it("gives the phones page and its parts, each with a strict policy", async () => {
    for (const path of ["/phones", "/phones/page.ts", "/phones/fill.ts", "/phones/phones.css"]) {
      const answer = await fetch(`${origin()}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get("content-security-policy")).not.toMatch(/unsafe/);
    }
    expect(await (await fetch(`${origin()}/phones/board.ts`)).text()).not.toContain("import type");
    expect(await (await fetch(`${origin()}/phones/words.ts`)).text()).toContain('from "./fill.ts"');
    expect((await fetch(`${origin()}/phones/../server.ts`)).status).not.toBe(500);
    expect((await fetch(`${origin()}/phones/%2e%2e%2fserver.ts`)).status).toBe(404);
  });

  it("lives at one origin: localhost is led there, other names and other sites are refused", async () => {
    const { port } = new URL(origin());
    expect(await asHost(`${origin()}/v/x?a=1`, `localhost:${port}`)).toEqual({ status: 308, location: `${origin()}/v/x?a=1` });
    expect((await asHost(`${origin()}/`, "village.example")).status).toBe(421);
    const foreign = await fetch(`${origin()}/phones-api/reply`, { method: "POST", headers: { origin: "https://evil.example" }, body: JSON.stringify({ from: VILLAGER, text: "2" }) });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("refuses a body over ten megabytes and an address that is none", async () => {
    expect((await fetch(`${origin()}/v1/platform/sign-in/region/ask`, { method: "POST", body: Buffer.alloc(10 * 1024 * 1024 + 1) })).status).toBe(413);
    expect((await fetch(`${origin()}/v1/no/feature/region/`)).status).toBe(404);
    expect((await fetch(`${origin()}/phones-api/none`)).status).toBe(404);
  });

  it("says who has the state when it is started a second time", async () => {
    const second = await command("start", "--state", folder, "--port", "0", "--as-built");
    expect(second.code).toBe(1);
    expect(second.complained).toContain(`process ${county.pid}`);
    expect(second.complained).not.toContain("    at ");
    expect((await fetch(`${origin()}/phones`)).status).toBe(200);
  });

  it("keeps everything over a stop and a start, the sign-in too", async () => {
    const villager = await signIn(origin, VILLAGER);
    const before = await phone(villager, VILLAGER);
    // What was still being laid out while the first visitor looked around goes on at the next start.
    expect(county.said()).not.toContain("Not all of the sample");
    await county.stop();
    expect(() => lockIn(folder)).toThrow();
    county = await start(folder);
    expect(await phone(villager, VILLAGER)).toEqual(before);
    const me = await villager.call("GET", "/v1/platform/sign-in/region/me");
    expect([me.status, me.body.name, me.body.village?.id]).toEqual([200, "张海燕", QINGSHAN]);
  });

  it("after kill -9 ends the engine that was left behind, and has lost nothing", async () => {
    const { engine } = lockIn(folder);
    const before = await phone(browserAt(origin), VILLAGER);
    await county.stop("SIGKILL");
    expect(alive(engine)).toBe(true);
    county = await start(folder);
    expect(alive(engine)).toBe(false);
    expect(await phone(browserAt(origin), VILLAGER)).toEqual(before);
    const [board] = (await browserAt(origin).call("GET", "/phones-api/board")).body.items as Json[];
    expect(board.villages[0].help).toBe(1);
  });

  it("verify finds nothing changed, and names the event somebody edited", async () => {
    await until(async () => (await command("verify", "--state", folder)).code === 0, "all sealed");
    const store = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: lockIn(folder).endpoint, ...LOCAL }));
    const { Items: [event] = [] } = await store.send(new QueryCommand({ TableName: "wecountry", KeyConditionExpression: "pk = :p AND begins_with(sk, :s)", ExpressionAttributeValues: { ":p": `V#${QINGSHAN}`, ":s": "EVENT#" }, Limit: 1 }));
    await store.send(new UpdateCommand({ TableName: "wecountry", Key: { pk: event!["pk"], sk: event!["sk"] }, UpdateExpression: "SET #by = :x", ExpressionAttributeNames: { "#by": "by" }, ExpressionAttributeValues: { ":x": "somebody else" } }));
    const found = await command("verify", "--state", folder);
    expect(found.code).toBe(1);
    expect(found.said).toContain(`V#${QINGSHAN} ${String(event!["sk"])}: event changed`);
  });
});

describe("npm start that cannot", () => {
  it("says in a sentence that the port is taken, and leaves nothing behind", async () => {
    const folder = newFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const refused = await command("start", "--state", folder, "--port", String(port), "--as-built");
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.complained).toContain(`Port ${port} is taken`);
    expect(refused.complained).not.toContain("    at ");
    expect(() => lockIn(folder)).toThrow();
    away(folder);
  });

  it("says what a flag should be", async () => {
    expect((await command("start", "--port", "village")).complained).toContain("is no port");
    expect((await command("start", "--colour", "red")).complained).toContain("--fresh");
  });
});
