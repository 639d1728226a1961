import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { engineRoom } from "./engines-room.ts";

test("a run that was killed leaves nothing behind for the next one; one that still runs keeps its engines, and other folders are not touched", () => {
  const memory = mkdtempSync(join(tmpdir(), "wecountry-room-"));
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const [killed, running, other] = [`wecountry-engines-${pid}-abc`, `wecountry-engines-${process.ppid}-abc`, "somebody-else"];
  for (const name of [killed, running, other]) mkdirSync(join(memory, name, "deep"), { recursive: true });
  const room = engineRoom(memory);
  expect(existsSync(join(memory, killed))).toBe(false);
  expect(readdirSync(memory)).toEqual(expect.arrayContaining([running, other]));
  if (room !== null) expect(room).toContain(`wecountry-engines-${process.pid}-`);
  rmSync(memory, { recursive: true });
  expect(engineRoom(join(memory, "gone"))).toBeNull();
});
