import { closeSync, existsSync, fstatSync, openSync, readFileSync, writeSync } from "node:fs";

/** A message that reached a phone of the phones page. */
export interface SmsIn { readonly kind: "in"; readonly id: string; readonly to: string; readonly text: string; readonly purpose: string; readonly at: string; readonly context?: string }
/** What somebody wrote back on it. */
export interface SmsOut { readonly kind: "out"; readonly id: string; readonly from: string; readonly text: string; readonly at: string }
export type Sms = SmsIn | SmsOut;

export interface PhonesStore {
  /** Kept once it returns: the line is in the system's hands, a killed process loses nothing. */
  add(sms: Sms): void;
  /** One phone's messages, oldest first. */
  of(number: string): readonly Sms[];
  /** All messages from an instant on. */
  since(at: string): Sms[];
  /** Numbers that have messages, the one with the newest first. */
  numbers(): string[];
  /** Told each message as it is kept. */
  watch(tell: (number: string, sms: Sms) => void): () => void;
  close(): void;
}

const numberOf = (sms: Sms): string => (sms.kind === "in" ? sms.to : sms.from);
const read = (line: string): Sms | null => { try { return JSON.parse(line) as Sms; } catch { return null; } };

/** The phones' memory: a file that is only ever added to, a message a line. A line torn by a crash is left out: nobody was told it is kept. */
export const openPhones = (file: string): PhonesStore => {
  const lines = existsSync(file) ? readFileSync(file, "utf8") : "";
  const all: Sms[] = lines.split("\n").flatMap((line) => read(line) ?? []);
  const threads = Map.groupBy(all, numberOf);
  const handle = openSync(file, "a", 0o600);
  if (fstatSync(handle).size > 0 && !lines.endsWith("\n")) writeSync(handle, "\n");
  const watchers = new Set<(number: string, sms: Sms) => void>();
  return {
    add: (sms) => {
      writeSync(handle, `${JSON.stringify(sms)}\n`);
      all.push(sms);
      const number = numberOf(sms);
      const thread = threads.get(number);
      if (thread) thread.push(sms); else threads.set(number, [sms]);
      for (const tell of watchers) tell(number, sms);
    },
    of: (number) => threads.get(number) ?? [],
    since: (at) => all.filter((sms) => sms.at >= at),
    numbers: () => [...threads].sort(([, a], [, b]) => (a.at(-1)!.at < b.at(-1)!.at ? 1 : -1)).map(([number]) => number),
    watch: (tell) => { watchers.add(tell); return () => watchers.delete(tell); },
    close: () => closeSync(handle),
  };
};
