import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "../../functions/core/environment.ts";
import { encryptPush } from "../../functions/core/push-encrypt.ts";
import { isPushAddress, pushKey, sendPush } from "../../functions/core/push.ts";
import { forgetSecrets } from "../../functions/core/secrets.ts";
import { opened, PHONE, pushService, type PushService } from "./push-service.ts";

const raw = (text: string): Buffer => Buffer.from(text, "base64url");
/** The example of RFC 8291, section 5. */
const RFC = {
  text: "When I grow up, I want to be a watermelon", salt: "DGv6ra1nlYgDCS1FRnbzlw", privateKey: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  message: "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};
describe("a push message", () => {
  it("is encrypted as the standard's own example", () => {
    const made = encryptPush(Buffer.from(RFC.text), PHONE.keys, { salt: raw(RFC.salt), privateKey: raw(RFC.privateKey) });
    expect(made.toString("base64url")).toBe(RFC.message);
    expect(opened(made, PHONE.privateKey, PHONE.keys.auth)).toBe(RFC.text);
  });
  it("never looks the same twice, and opens on the phone it is for alone", () => {
    const [one, other] = [encryptPush(Buffer.from("x"), PHONE.keys), encryptPush(Buffer.from("x"), PHONE.keys)];
    expect(one.equals(other)).toBe(false);
    expect(opened(one, PHONE.privateKey, PHONE.keys.auth)).toBe("x");
    expect(() => opened(one, PHONE.privateKey, "AAAAAAAAAAAAAAAAAAAAAA")).toThrow();
  });
});

describe("handing it to a push service", () => {
  const kept = { ...process.env };
  let folder = "";
  let service: PushService;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "wecountry-push-"));
    writeFileSync(join(folder, "secrets.json"), JSON.stringify({ push: "a secret of the test" }));
    process.env["WECOUNTRY_SECRETS"] = join(folder, "secrets.json");
    process.env["WECOUNTRY_ORIGIN"] = "http://127.0.0.1:8080";
    forgetEnvironment(); forgetSecrets();
    service = await pushService();
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
    for (const name of ["WECOUNTRY_SECRETS", "WECOUNTRY_ORIGIN"]) if (kept[name] === undefined) delete process.env[name]; else process.env[name] = kept[name];
    forgetEnvironment(); forgetSecrets();
  });
  const send = () => sendPush({ address: `${service.origin}/s/1`, keys: PHONE.keys, show: { t: "青山村：有事找您", u: "/v/1" }, topic: "01KTEST0000000000000000000", seconds: 60, urgent: true });

  it("names the region by a signature that its public key confirms, and carries nothing readable", async () => {
    service.answers(201);
    expect(await send()).toBe("sent");
    const { headers, body } = service.asked.at(-1)!;
    expect(headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "60", urgency: "high" });
    expect(body.includes(Buffer.from("青山村"))).toBe(false);
    expect(JSON.parse(opened(body, PHONE.privateKey, PHONE.keys.auth))).toEqual({ t: "青山村：有事找您", u: "/v/1" });
    const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
    expect(key).toBe(await pushKey());
    const point = raw(key);
    const open = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") } });
    const [head = "", claims = "", mark = ""] = token.split(".");
    expect(verify("sha256", Buffer.from(`${head}.${claims}`), { key: open, dsaEncoding: "ieee-p1363" }, raw(mark))).toBe(true);
    expect(JSON.parse(raw(claims).toString())).toMatchObject({ aud: service.origin });
  });
  it("tells what is over from what comes later", async () => {
    const became: string[] = [];
    for (const status of [404, 410, 429, 503, 400]) { service.answers(status); became.push(await send()); }
    expect(became).toEqual(["gone", "gone", "busy", "busy", "refused"]);
  });
  it("calls the known services alone, whatever address a phone names", () => {
    const addresses = ["https://fcm.googleapis.com/fcm/send/x", "https://updates.push.services.mozilla.com/wpush/v2/x", "https://web.push.apple.com/x", "https://x.notify.windows.com/w/",
      "https://evil.example/x", "https://googleapis.com.evil.example/", "http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://a@fcm.googleapis.com/x", "http://169.254.169.254/latest", "file:///etc/passwd", "x"];
    expect(addresses.filter(isPushAddress)).toEqual(addresses.slice(0, 4));
  });
});
