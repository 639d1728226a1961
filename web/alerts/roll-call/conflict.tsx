import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import { call } from "../../core/client/client.ts";
import { Button } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { clock } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

/** Paper and online say different things: both stand side by side, a person decides. */
export const Conflict = ({ warning, line, onDone, onProblem }: { warning: string; line: RollLine; onDone: () => void; onProblem: (thrown: unknown) => void }) => {
  if (!line.conflict) return null;
  const keep = (which: "paper" | "online"): Promise<void> => call("alerts/roll-call", "settle", { params: { warning, household: line.household }, body: { keep: which } }).then(onDone, onProblem);
  return (
    <Card tone="careful">
      <p><b>{t("conflict")}</b></p>
      <p>{t("conflict.online", { state: t(`state.${line.state}`) })}</p>
      <p>{t("conflict.paper", { at: clock(line.conflict.at), state: t(`state.${line.conflict.state}`) })}</p>
      <div class="row"><Button onPress={() => keep("online")}>{t("conflict.keep-online")}</Button><Button onPress={() => keep("paper")}>{t("conflict.keep-paper")}</Button></div>
    </Card>
  );
};
