/**
 * One sender at a time in a process, urgent before the rest. Between "the carrier took it" and "we wrote it down" a process holds one message,
 * so that a crash costs at most one message twice. See docs/decisions.
 */
export interface Turn { take<T>(urgent: boolean, run: () => Promise<T>): Promise<T> }

export const openTurn = (): Turn => {
  let busy = false;
  const urgents: (() => void)[] = [];
  const others: (() => void)[] = [];
  const next = (): void => {
    const go = urgents.shift() ?? others.shift();
    if (go) go();
    else busy = false;
  };
  return {
    take: async (urgent, run) => {
      if (busy) await new Promise<void>((go) => { (urgent ? urgents : others).push(go); });
      busy = true;
      try { return await run(); } finally { next(); }
    },
  };
};

export const ownTurn = /* @__PURE__ */ openTurn();
