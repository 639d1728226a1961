import { useEffect, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { BEFORE_PRINT } from "../../core/print-page.ts";
import type { Foot } from "./foot.tsx";

/** The code of a sheet, asked for when it is printed; null before, and without a network. For sheets that draw their own foot. */
export const useFoot = (of: string, thing: string): Foot | null => {
  const [foot, set] = useState<Foot | null>(null);
  useEffect(() => {
    const soon = (event: Event): void => {
      (event as CustomEvent<Promise<unknown>[]>).detail.push(call("platform/paper", "print", { body: { of, thing } }).then(set, () => set(null)));
    };
    addEventListener(BEFORE_PRINT, soon);
    return () => removeEventListener(BEFORE_PRINT, soon);
  }, [of, thing]);
  return foot;
};
