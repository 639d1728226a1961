import { mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const ENOUGH = 1 << 30;
const NAME = /^wecountry-engines-(\d+)-/;
const runs = (pid: number): boolean => {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === "EPERM"; }
};

/**
 * A folder for the engines' files where they cost no disk, which is where their streams can have an index; null: the engines keep their rows
 * themselves. What a run that was killed left there is taken away.
 */
export const engineRoom = (memory = "/dev/shm"): string | null => {
  try {
    for (const name of readdirSync(memory)) {
      const pid = NAME.exec(name)?.[1];
      if (pid && !runs(Number(pid))) rmSync(join(memory, name), { recursive: true, force: true });
    }
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > ENOUGH ? mkdtempSync(join(memory, `wecountry-engines-${process.pid}-`)) : null;
  } catch { return null; }
};
