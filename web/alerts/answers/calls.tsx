import type { AnswerPage } from "../../../shared/alerts/answers/contract.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { t } from "../../core/words.ts";

/** After a call for help: the emergency number first, large, whatever the network does. */
export const Calls = ({ page, told, silent }: { page: Pick<AnswerPage, "phone" | "emergency">; told: boolean; silent?: boolean }) => (
  <Card tone="bad">
    <LinkButton href={`tel:${page.emergency}`} kind="danger" icon="phone">{t("call.emergency", { phone: page.emergency })}</LinkButton>
    <LinkButton href={`tel:${page.phone}`} icon="phone">{t("call.village", { phone: page.phone })}</LinkButton>
    {silent ? null : <p><b>{t(told ? "help.told" : "help.waiting")}</b></p>}
  </Card>
);
