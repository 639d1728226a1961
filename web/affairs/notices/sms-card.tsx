import { call } from "../../core/client/client.ts";
import { Card } from "../../core/parts/card.tsx";
import { money } from "../../core/parts/money.ts";
import { useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import type { Office } from "./notice.ts";

/** What sending it by SMS costs at most, said before; and what became of it, afterwards. */
export const SmsCard = ({ notice }: { notice: Office }) => {
  const { data } = useLoad(() => call("affairs/notices", "sms", { params: { id: notice.id } }), [notice.id, notice.version]);
  if (!data) return null;
  const { houses, price, planned, sent, failed, unreached, joined } = data;
  return (
    <Card {...(joined > 0 ? { tone: "careful" as const } : {})}>
      <p>{t("bySms.total", { houses, price: money(price) })}</p>
      {joined > 0 ? <p>{t("bySms.joined")}</p> : planned + unreached > 0 ? <p>{t("bySms.became", { planned, sent, failed, unreached })}</p> : null}
    </Card>
  );
};
