import { Button, LinkButton } from "../../core/parts/button.tsx";
import { when } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { LETTERS } from "./letter.ts";
import type { Receipt } from "./letter.ts";

/** What the writer takes along: number and words, large enough to copy by hand, and as a printed slip. */
export const Sent = ({ receipt }: { receipt: Receipt }) => (
  <>
    <h1>{t("sent")}</h1>
    {receipt.above ? <p class="card good" role="status">{t("sent.above")}</p> : null}
    <section class="card" aria-label={t("ticket")}>
      <p><small>{t("sent.number")}</small><br /><b class="ticket">{receipt.number}</b></p>
      <p><small>{t("sent.word")}</small><br /><b class="ticket">{receipt.word}</b></p>
      <p>{t("sent.by", { when: when(receipt.answerBy) })}</p>
    </section>
    <p class="hush">{t("sent.keep")}</p>
    <Button icon="print" onPress={printPage}>{t("sent.print")}</Button>
    <LinkButton kind="primary" href={receipt.id ? at(LETTERS, receipt.id) : at(LETTERS)}>{t("one.link")}</LinkButton>
  </>
);
