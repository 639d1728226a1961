import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { uploadFields } from "../../functions/core/media-policy.ts";
import { readForm } from "../../infra/local/media-form.ts";
import { openLocalMedia } from "../../infra/local/media.ts";
import { startQueues, type LocalQueues } from "../../infra/local/queues.ts";

const folder = mkdtempSync(join(tmpdir(), "wecountry-media-"));
let queues: LocalQueues;
beforeAll(async () => { queues = await startQueues(); await queues.make("check"); });
afterAll(async () => { await queues.stop(); rmSync(folder, { recursive: true }); });
const open = () => openLocalMedia({ bucket: "wecountry-media", folder, sqs: queues.client, queue: `${queues.base}check` });
const KEY = "in/431228103205/01J00000000000000000000000/full";

test("a picture survives a restart, can be taken away twice, and lies nowhere but in its folder", async () => {
  await open().put("kept/v/a/full", Uint8Array.of(1, 2, 3), "image/webp");
  expect([...(await open().get("kept/v/a/full"))!]).toEqual([1, 2, 3]);
  for (const bad of ["../../etc/passwd", "kept/../../x", "/etc/passwd", "kept/a b"]) await expect(async () => open().put(bad, Uint8Array.of(1), "image/webp"), bad).rejects.toThrow("a key made by the server");
  await open().remove(["kept/v/a/full", "kept/v/a/full"]);
  expect(await open().get("kept/v/a/full")).toBeNull();
});

test("a form that keeps its policy is taken and said aloud; a ticket of before the restart is not", async () => {
  const [store, later] = [open(), open()];
  const fields = uploadFields({ bucket: store.bucket, key: KEY, type: "image/webp", bytes: 3, until: new Date(Date.now() + 60_000) }, await store.signer(), new Date());
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([Uint8Array.of(7, 8, 9)]), "a.webp");
  const sent = new Response(form);
  const [body, type] = [Buffer.from(await sent.arrayBuffer()), sent.headers.get("content-type")!];
  expect([await later.post(body, type), await store.post(body.subarray(0, -60), type), await store.post(body, type)]).toEqual([{ status: 403, code: "SignatureDoesNotMatch" }, { status: 400, code: "MalformedPOSTRequest" }, { status: 204 }]);
  const { Messages } = await queues.client.send(new ReceiveMessageCommand({ QueueUrl: `${queues.base}check`, WaitTimeSeconds: 1 }));
  expect(JSON.parse(Messages![0]!.Body!)).toMatchObject({ "detail-type": "Object Created", detail: { object: { key: KEY } } });
});

test("what is no form, or holds no file, is none", () => {
  expect([readForm(Buffer.from("x"), "text/plain"), readForm(Buffer.from("--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nv\r\n--b--"), "multipart/form-data; boundary=b")]).toEqual([null, null]);
});
