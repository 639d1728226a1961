import { Refused } from "../client/refused.ts";
import type { Hold } from "../client/client.ts";
import { GRACE, mayBeTakenBack } from "../offline/hold-rules.ts";
import { actOf } from "../offline/queue.ts";
import { forget, keep } from "../offline/store.ts";
import { markOutbox } from "../offline/wake.ts";
import { ownStyle } from "../own-style.ts";
import { t } from "../words.ts";

ownStyle(`.held{position:fixed;z-index:5;left:0;right:0;bottom:0;padding:12px;background:var(--card);border-top:3px solid var(--green)}.held>*{max-width:616px;margin:0 auto 8px}body:has(.held){padding-bottom:240px}@media print{.held{display:none}}`);

/** Says what is held, with one large button for ten seconds. Stands beside the frame, so that going on to another page changes nothing. */
const takenBack = (title: string): Promise<boolean> => new Promise((resolve) => {
  const began = performance.now();
  const [box, said, button] = [document.createElement("section"), document.createElement("p"), document.createElement("button")];
  box.className = "held";
  box.setAttribute("aria-label", title);
  said.setAttribute("role", "status");
  said.textContent = t("undo.held", { title });
  button.type = "button";
  button.className = "button primary";
  const end = (back: boolean): void => { clearInterval(timer); box.remove(); resolve(back); };
  const count = (): void => {
    const left = Math.ceil((GRACE - (performance.now() - began)) / 1000);
    if (left <= 0) end(false);
    else button.textContent = t("undo.take-back", { seconds: left });
  };
  button.addEventListener("click", () => end(true));
  box.append(said, button);
  document.body.append(box);
  const timer = setInterval(count, 250);
  count();
});

/**
 * Keeps an act on the phone for ten seconds and then sends it. It stands in the outbox meanwhile, under the key it is sent with: a page that
 * is closed in these seconds loses nothing, and nothing goes twice.
 * @throws Refused `taken-back`; nothing was sent then
 */
const hold: Hold = async (feature, route, call, go) => {
  if (!mayBeTakenBack(feature, route)) return go();
  const title = document.querySelector("h1")?.textContent ?? document.title;
  const act = actOf(feature, route, call, { title });
  await keep({ ...act, until: Date.now() + GRACE }).catch(() => undefined);
  markOutbox(true);
  if (await takenBack(title)) {
    await forget(act.key);
    throw new Refused({ type: "taken-back", status: 0, title: t("undo.taken-back") });
  }
  try {
    return await go();
  } finally {
    await forget(act.key).catch(() => undefined);
  }
};
Object.assign(globalThis, { hold, takenBack });
