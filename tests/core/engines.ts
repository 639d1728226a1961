import type { TestProject } from "vitest/node";
import { startEngine } from "../../infra/local/engine.ts";

declare module "vitest" {
  export interface ProvidedContext { readonly endpoint: string }
}

/** One embedded DynamoDB for the whole run; each test file makes a table of its own in it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const engine = await startEngine();
  project.provide("endpoint", engine.endpoint);
  return () => engine.stop();
};
