import type { ComponentChild } from "preact";
import { loadPage } from "./pages.ts";
import type { ViewProps } from "./pages.ts";
import { here } from "./router.ts";
import { prefs } from "./prefs.ts";
import { ProblemLine, useLoad } from "./parts/state.tsx";
import { offline } from "./client/refused.ts";

const NOTHING = (): void => undefined;
const orOffline = (name: string) => loadPage(name).catch(() => { throw offline(); });

/** A part of the frame that is fetched when it is first needed. */
export const Lazy = ({ name, data, quiet }: { name: string; data?: unknown; quiet?: boolean }) => {
  const part = useLoad(() => orOffline(name), [name, prefs().language]);
  if (part.problem && !quiet) return <ProblemLine problem={part.problem} onRetry={part.reload} />;
  const View = part.data?.view as ((props: ViewProps<unknown>) => ComponentChild) | undefined;
  return View ? <View here={here()} data={data} reload={NOTHING} /> : null;
};
