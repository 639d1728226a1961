import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { fontsFolder } from "./ask-engines.ts";

/** A microphone that hears a beep each second, and a reader who lets the page use it. */
const MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
/** What a cloud function needs, a test does not: one process for all, no zygote, and graphics through an emulated card, which double a page's cost. */
const UNWANTED = /^--(single-process|no-zygote|disable-web-security|allow-running|disable-features|headless|ignore-gpu-blocklist|in-process-gpu|use-gl|use-angle|enable-unsafe-swiftshader)/;

const launch = async (): Promise<Browser> => {
  const [folder, executablePath] = await Promise.all([fontsFolder(), sparticuz.executablePath()]);
  return chromium.launch({
    executablePath, args: [...sparticuz.args.filter((each) => !UNWANTED.test(each)), "--disable-gpu", ...MICROPHONE],
    headless: true, env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  });
};

let running: Promise<Browser> | undefined;
/**
 * The headless Chromium of this worker, out of npm and without the system's libraries: started when its first page test asks, and again should it
 * ever fall. The worker speaks to it without anybody between, and its end ends it.
 */
export const browser = (): Promise<Browser> => (running ??= launch().then(
  (started) => started.on("disconnected", () => { running = undefined; }),
  (error: unknown) => { running = undefined; throw error; },
));
