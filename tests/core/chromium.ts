import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { BrowserServer } from "playwright-core";

const FONTS = fileURLToPath(new URL("./fonts", import.meta.url));

/** A microphone that hears a beep each second, and a reader who lets the page use it. */
const MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
/** What a cloud function needs, a test does not: one process for all, no zygote, and graphics through an emulated card, which double a page's cost. */
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|allow-running|disable-features|headless|ignore-gpu-blocklist|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader)/;

const launch = async (fonts: string): Promise<BrowserServer> => {
  writeFileSync(join(fonts, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${fonts}</cachedir></fontconfig>`);
  return chromium.launchServer({
    host: "127.0.0.1", executablePath: await sparticuz.executablePath(), args: [...sparticuz.args.filter((each) => !UNWANTED.test(each)), "--disable-gpu", ...MICROPHONE],
    headless: true, env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: join(fonts, "fonts.conf") },
  });
};

export interface SharedBrowser { /** Where it listens. */ address(): Promise<string>; stop(): Promise<void> }

/**
 * The one headless Chromium of a test run, out of npm and without the system's libraries; it starts when the first page test asks for it,
 * and again should it ever fall. It sees only the committed test font: pages measure the same on every machine.
 */
export const sharedBrowser = (): SharedBrowser => {
  const fonts = mkdtempSync(join(tmpdir(), "wecountry-fonts-"));
  let running: Promise<BrowserServer> | undefined;
  const forget = (): void => { running = undefined; };
  const start = async (): Promise<BrowserServer> => {
    const server = await launch(fonts);
    server.on("close", forget);
    return server;
  };
  return {
    address: async () => (await (running ??= start().catch((error: unknown) => { forget(); throw error; }))).wsEndpoint(),
    stop: async () => {
      await (await running)?.close();
      rmSync(fonts, { recursive: true, force: true });
    },
  };
};
