import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine, type Engine } from "../../infra/local/engine.ts";
import { indexStream } from "../../infra/local/engine-index.ts";
import { openStream } from "../../infra/local/stream.ts";
import { createTable } from "../../infra/local/table.ts";
import { LOCAL } from "../../infra/local/unsigned.ts";

const folder = mkdtempSync(join(tmpdir(), "wecountry-index-"));
const file = join(folder, "rows.db");
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine(file);
  const client = new DynamoDBClient({ ...LOCAL, endpoint: engine.endpoint });
  await createTable(client, "rows");
  for (let i = 0; i < 20; i++) await client.send(new PutItemCommand({ TableName: "rows", Item: { pk: { S: "V#1" }, sk: { S: `COW#${i}` } } }));
  client.destroy();
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

describe("a county that is kept for months", () => {
  it("finds the next number of its stream without looking through all that ever changed in it", () => {
    const rows = new DatabaseSync(file);
    const plan = rows.prepare("EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?").all("rows");
    rows.close();
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH _stream_records USING (COVERING )?INDEX wecountry_stream_number \(table_name=\?\)$/)]);
  });
  it("hands on every change once and in order, as without it", async () => {
    const records = await (await openStream(engine.endpoint, "rows", "horizon")).read();
    expect(records.map((record) => record.dynamodb?.Keys?.["sk"]?.S)).toEqual(Array.from({ length: 20 }, (_, i) => `COW#${i}`));
  });
  it("is opened again with the index it has", async () => {
    expect(await indexStream(file)).toBe(true);
  });
  it("stays as it is where the engine keeps its changes otherwise", async () => {
    expect(await indexStream(join(folder, "other.db"))).toBe(false);
  });
});
