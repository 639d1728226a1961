import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FONTS = fileURLToPath(new URL("./fonts", import.meta.url));

/** Where Chromium of a test run finds its fonts: the committed test font alone, so that pages measure the same on every machine. */
export const testFonts = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-fonts-"));
  writeFileSync(join(folder, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${folder}</cachedir></fontconfig>`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
