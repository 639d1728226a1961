import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dayOf } from "../../core/parts/time.ts";
import { printPage } from "../../core/print-page.ts";
import { at, here } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import type { Foot } from "./foot.tsx";
import { Qr } from "./qr-code.tsx";
import { useFoot } from "./use-foot.ts";

ownStyle(`.pocket{max-width:420px;margin:0 auto 12px;padding:16px;background:#fff;color:#000;border:2px solid #000;border-radius:12px}.pocket h1,.pocket>b{display:block;margin:0 0 8px;text-align:center;color:#000}.pocket p{margin:6px 0;color:#000}.pocket .door{display:flex;gap:12px;align-items:center}.pocket .door svg{width:88px;height:88px;flex:none}.pocket small{color:#000}
.pocket.copy{display:none}@page pocket{size:A4;margin:0}
@media print{main:has(.pocket)>:not(.pockets){display:none!important}:has(.pockets)>.top{display:none!important}.pockets{page:pocket;margin:0!important}.pocket,.pocket.copy{display:block;float:left;box-sizing:border-box;width:105mm;height:148mm;max-width:none;margin:0;padding:7mm;border:1px dashed #777;border-radius:0;font-size:13.5pt;line-height:1.4;break-inside:avoid;overflow:hidden}.pocket small{font-size:10pt}:lang(en) .pocket{font-size:12pt}.pocket h1,.pocket>b{font-size:18pt!important}.pocket .door svg{width:26mm;height:26mm}}`);

type Pocket = Answer<"platform/paper", "pocket">;
const SMS = "card.sms";

/** One card: the warning's words, whom to call, how to answer here, the door to the village's page. */
const One = ({ pocket, foot, copy }: { pocket: Pocket; foot: Foot | null; copy?: boolean }) => {
  const Head = copy ? "b" : "h1";
  return (
    <article class={`pocket ${copy ? "copy" : ""}`} aria-hidden={copy}>
      <Head>{pick(pocket.village.names)}</Head>
      <p><b>{t("card.red")}</b></p>
      <p>{t("card.orange")}</p>
      <p>{t("card.rest")}</p>
      <p><b>{t("card.call", { phone: pocket.helpPhone })}</b>{pocket.onDuty ? <> · {pocket.onDuty}</> : null}<br />{t("card.emergency", { phone: pocket.emergencyPhone })}</p>
      {pocket.answers.includes("sms") ? <p>{t(SMS)}</p> : pocket.answers.includes("link") ? <p>{t("card.link")}</p> : <p>{t("card.tell", { phone: pocket.helpPhone })}</p>}
      <div class="door"><Qr text={pocket.address} label={t("wall.door")} /><small>{t("wall.door")}{foot ? <><br />{t("twin.code")} {foot.code.slice(0, 4)} {foot.code.slice(4)}<br />{t("twin.fingerprint")} {foot.fingerprint}<br />{dayOf(foot.at)}</> : null}</small></div>
    </article>
  );
};

/** The pocket card: one on the screen, four on an A4 sheet to be cut into A6. */
export const Card = () => {
  const pocket = useLoad(() => call("platform/paper", "pocket", { village: here().village ?? "" }));
  const foot = useFoot("platform/paper", "card");
  return (
    <>
      <p class="hush">{t("card.note")}</p>
      <State of={pocket}>{(all) => <div class="pockets"><One pocket={all} foot={foot} />{[1, 2, 3].map((n) => <One key={n} pocket={all} foot={foot} copy />)}</div>}</State>
      <LinkButton href={at("platform/paper")}>{t("another")}</LinkButton>
      <Button kind="primary" icon="print" disabled={!pocket.data} onPress={printPage}>{t("menu.print")}</Button>
    </>
  );
};
