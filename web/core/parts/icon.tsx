import { icons } from "../icons.ts";

/** A line icon beside words; never alone in place of them. */
export const Icon = ({ name }: { name: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={(icons as Readonly<Record<string, string>>)[name] ?? icons.flag} /></svg>
);
