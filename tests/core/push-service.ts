import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

const raw = (text: string): Buffer => Buffer.from(text, "base64url");
/** The receiver of the example in RFC 8291, section 5. */
export const PHONE = {
  keys: { p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", auth: "BTBZMqHH6r4Tts7J_aSIgg" }, privateKey: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
};
/** What the phone's browser does with a message. */
export const opened = (body: Buffer, privateKey: string, auth: string): string => {
  const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 21 + body[20]!)];
  const own = createECDH("prime256v1");
  own.setPrivateKey(raw(privateKey));
  const derive = (secret: Buffer, with_: Buffer, info: Buffer, length: number): Buffer => Buffer.from(hkdfSync("sha256", secret, with_, info, length));
  const shared = derive(own.computeSecret(sender), raw(auth), Buffer.concat([Buffer.from("WebPush: info\0"), own.getPublicKey(), sender]), 32);
  const cut = body.subarray(21 + body[20]!);
  const open = createDecipheriv("aes-128-gcm", derive(shared, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16), derive(shared, salt, Buffer.from("Content-Encoding: nonce\0"), 12));
  open.setAuthTag(cut.subarray(-16));
  const plain = Buffer.concat([open.update(cut.subarray(0, -16)), open.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
};


export interface PushService { readonly origin: string; readonly asked: { path: string; headers: IncomingHttpHeaders; body: Buffer }[]; answers(status: number): void; /** What the phones were shown. */ shown(path: string): { t: string; u: string }[]; stop(): Promise<void> }
/** A browser's push service, on the loopback. */
export const pushService = async (): Promise<PushService> => {
  let status = 201;
  const asked: PushService["asked"] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => { asked.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) }); response.writeHead(status).end(); });
  });
  await new Promise<void>((ready) => { server.listen(0, "127.0.0.1", ready); });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, answers: (next) => { status = next; },
    shown: (at) => asked.filter(({ path }) => path === at).map(({ body }) => JSON.parse(opened(body, PHONE.privateKey, PHONE.keys.auth)) as { t: string; u: string }),
    stop: () => new Promise((closed) => { server.closeAllConnections(); server.close(() => closed()); }),
  };
};
