import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { expect, it } from "vitest";
import { readArrival } from "../../functions/core/media-arrivals.ts";
import { mediaIn } from "../../functions/core/media-use.ts";
import { s3Objects } from "../../functions/core/media.ts";

const ID = "01J00000000000000000000000";

it("the bucket's word becomes work for the village in the key, and nothing else does", () => {
  const word = (key: string, kind = "Object Created") => readArrival({ source: "aws.s3", "detail-type": kind, detail: { bucket: { name: "b" }, object: { key } } });
  expect(word(`in/431228103205/${ID}/full`)).toEqual({ kind: "work", pk: "V#431228103205", work: "check", lane: "check", data: { id: ID } });
  for (const other of [`kept/431228103205/${ID}/full`, `in/431228103205/${ID}/../full`, `in/A#1/${ID}/full`, "in/431228103205/x/full"]) expect(word(other), other).toBeNull();
  expect([word(`in/431228103205/${ID}/full`, "Object Deleted"), readArrival({ messageBody: "1" })]).toEqual([null, null]);
});

it("a row's pictures are found however deep they stand, and a text that looks like one is none", () => {
  expect(mediaIn({ media: [{ id: ID, kind: "photo" }], answers: [{ media: [{ id: `${ID.slice(0, 25)}1`, kind: "voice" }] }], data: { media: ID }, text: `{"media":[{"id":"${ID}","kind":"photo"}]}` })).toEqual([ID, `${ID.slice(0, 25)}1`]);
  expect(mediaIn({ media: [{ id: "../x", kind: "photo" }, { id: ID, kind: "film" }, ID, null] })).toEqual([]);
});

it("in the cloud objects are kept in the region's bucket; one that is not there is null, one that may not be read is a failure", async () => {
  const s3 = mockClient(S3Client);
  const store = await s3Objects("wecountry-x-media");
  s3.on(GetObjectCommand, { Bucket: "wecountry-x-media", Key: "kept/v/a/full" }).resolves({ Body: { transformToByteArray: async () => Uint8Array.of(1, 2) } as never });
  s3.on(GetObjectCommand, { Key: "kept/v/b/full" }).rejects(Object.assign(new Error("none"), { name: "NoSuchKey" }));
  s3.on(GetObjectCommand, { Key: "kept/v/c/full" }).rejects(Object.assign(new Error("no"), { name: "AccessDenied" }));
  expect([await store.get("kept/v/a/full"), await store.get("kept/v/b/full")]).toEqual([Uint8Array.of(1, 2), null]);
  await expect(store.get("kept/v/c/full")).rejects.toThrow("no");
  await store.put("kept/v/a/full", Uint8Array.of(3), "image/webp");
  await store.remove(["kept/v/a/full", "kept/v/a/thumb"]);
  expect(s3.commandCalls(PutObjectCommand)[0]!.args[0].input).toMatchObject({ Bucket: "wecountry-x-media", Key: "kept/v/a/full", ContentType: "image/webp" });
  expect(s3.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input.Key)).toEqual(["kept/v/a/full", "kept/v/a/thumb"]);
  s3.restore();
});
