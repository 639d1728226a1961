import { call } from "../../core/client/client.ts";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { ChangeForm } from "./change-form.tsx";

/** The household asks for its record to be put right. */
export const Correct = () => {
  const house = useLoad(() => call("affairs/households", "mine", {}));
  return (
    <>
      <h1>{t("correct")}</h1>
      <p class="hush">{t("correct.sent")}</p>
      <State of={house}>{(found) => <ChangeForm house={found} route="propose" whyLabel={t("correct.why")}
        onSend={async (change, why) => { await call("affairs/households", "propose", { body: { change, ...(why ? { why } : {}) } }); go(at("affairs/households"), true); }} />}</State>
    </>
  );
};
