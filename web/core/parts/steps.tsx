import { callLoosely } from "../client/client.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";

/**
 * The buttons of a matter's allowed steps, from its lifecycle. Their labels are `step.<move>` in the feature's words. Moves that need
 * more than a press are named in `own` and drawn by the page.
 */
export const Steps = ({ feature, id, steps, own = [], version, onDone, onProblem }: {
  feature: string; id: string; steps: readonly string[]; own?: readonly string[]; version?: number;
  onDone: () => void; onProblem: (thrown: unknown) => void;
}) => (
  <div class="row">
    {steps.filter((step) => !own.includes(step)).map((step, place) => (
      <Button kind={place === 0 ? "primary" : "plain"} onPress={() => callLoosely(feature, step, { params: { id }, ...(version === undefined ? {} : { ifMatch: version }) }).then(onDone, onProblem)}>{t(`step.${step}`)}</Button>
    ))}
  </div>
);
