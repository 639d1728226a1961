import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

const CURVE = "prime256v1";
const RECORD = 4096;
const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer => Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** What a browser said of itself when it agreed to be pushed to: base64url, as PushSubscription.toJSON gives it. */
export interface PushKeys { readonly p256dh: string; readonly auth: string }

/**
 * A push message's body: `aes128gcm` of RFC 8188, keyed as RFC 8291 says, in one record.
 * @param fixed salt and sender's private key, for the RFC's own example; otherwise new ones each time
 * @throws Error when the phone's key is no point of the curve
 */
export const encryptPush = (text: Buffer, keys: PushKeys, fixed?: { readonly salt: Buffer; readonly privateKey: Buffer }): Buffer => {
  const [phone, auth] = [Buffer.from(keys.p256dh, "base64url"), Buffer.from(keys.auth, "base64url")];
  const own = createECDH(CURVE);
  if (fixed) own.setPrivateKey(fixed.privateKey); else own.generateKeys();
  const salt = fixed?.salt ?? randomBytes(16);
  const sender = own.getPublicKey();
  const shared = derive(own.computeSecret(phone), auth, Buffer.concat([Buffer.from("WebPush: info\0"), phone, sender]), 32);
  const key = derive(shared, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(shared, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const head = Buffer.alloc(21);
  salt.copy(head);
  head.writeUInt32BE(RECORD, 16);
  head.writeUInt8(sender.length, 20);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // The delimiter of the last record; no padding.
  return Buffer.concat([head, sender, cipher.update(Buffer.concat([text, Buffer.from([2])])), cipher.final(), cipher.getAuthTag()]);
};
