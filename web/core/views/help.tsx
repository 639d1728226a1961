import { LinkButton } from "../parts/button.tsx";
import { Line } from "../parts/card.tsx";
import { useLoad } from "../parts/state.tsx";
import { definePage } from "../pages.ts";
import { boot } from "../boot.ts";
import { readHome } from "../home/read.ts";
import { loadIndex } from "../places.ts";
import { at, here } from "../router.ts";
import { t } from "../words.ts";

/** Help by telephone works when nothing else does: the emergency number first, then whoever is on duty. */
const Help = () => {
  const { data } = useLoad(() => readHome(here().village ?? ""));
  const pages = useLoad(loadIndex).data?.pages ?? {};
  return (
    <>
      <h1>{t("elder.help")}</h1>
      <div class="answers">
        {boot.emergencyPhone ? <LinkButton kind="danger" icon="phone" href={`tel:${boot.emergencyPhone}`}>{t("help.emergency", { number: boot.emergencyPhone })}</LinkButton> : null}
        {data?.duty ? <LinkButton kind="primary" icon="phone" href={`tel:${data.duty.phone}`}>{t("help.duty", { name: data.duty.name })}</LinkButton> : null}
        {boot.helpPhone ? <LinkButton icon="phone" href={`tel:${boot.helpPhone}`}>{t("help.village", { number: boot.helpPhone })}</LinkButton> : null}
      </div>
      {"alerts/calls-for-help" in pages ? <Line href={at("alerts/calls-for-help")} icon="help">{t("help.ask")}</Line> : null}
      {"cadres/letters" in pages ? <Line href={at("cadres/letters/new")} icon="letter">{t("help.write")}</Line> : null}
    </>
  );
};
export const page = definePage({ name: "core/help", view: () => <Help /> });
