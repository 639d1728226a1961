import { boot } from "./boot.ts";
import { runFile } from "./run-file.ts";

/** Fetches a part of the frame that is no view, and gives what it left behind under its name. */
export const part = <T>(name: string): Promise<T> => runFile(boot.hot[`core/${name}`] ?? "").then(() => (globalThis as unknown as Record<string, T>)[name]!);
