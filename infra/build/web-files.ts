import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a build writes, kept in memory until it is whole: a build that fails leaves the last good one in place. */
export class Files {
  readonly written = new Map<string, string>();

  /** Takes a file under its own name. @returns its address */
  plain(path: string, text: string): string {
    this.written.set(path, text);
    return `/${path}`;
  }
  /** Takes a file whose name carries its content's hash, so that it may be kept for ever. @returns its address */
  hashed(name: string, ending: string, text: string): string {
    return this.plain(`assets/${name.replace("/", "-")}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.${ending}`, text);
  }
  /** Puts everything into an emptied folder. */
  save(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of this.written) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
}
/** A source expression for a Content-Security-Policy. */
export const cspHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
