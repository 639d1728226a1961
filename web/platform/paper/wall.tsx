import { call } from "../../core/client/client.ts";
import { ownStyle } from "../../core/own-style.ts";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day, when } from "../../core/parts/time.ts";
import { doorsIn, loadIndex } from "../../core/places.ts";
import { printPage } from "../../core/print-page.ts";
import { at, here } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { Qr } from "./qr-code.tsx";

ownStyle(`.wall{padding:18px 16px}.wall h1{text-align:center}.wall h2{margin:14px 0 4px;font-size:1.05em}.wall ul{margin:0;padding-left:1.2em}.wall .door{display:flex;gap:16px;align-items:center;margin-top:16px}.wall .door svg{width:110px;height:110px;flex:none}
@media print{@page{size:A4;margin:16mm}.wall{border:0!important;padding:0;font-size:16pt;line-height:1.5}.wall h1{font-size:30pt;margin:0 0 6mm}.wall h2{font-size:16pt;margin:6mm 0 1mm}.wall .door svg{width:36mm;height:36mm}.wall~*,main:has(.wall)>.hush{display:none!important}}`);

const read = async () => {
  const [home, pocket, index] = await Promise.all([call("affairs/village-home", "home", {}), call("platform/paper", "pocket", { village: here().village ?? "" }), loadIndex()]);
  return { home, pocket, doors: doorsIn(index.places, home.doors).map(({ label }) => label).join(" · ") };
};

/** The village's first page as it hangs on the wall, in the order of the screen: the warning, whom to call, what is on, what is in season, what is overdue. */
export const Wall = () => {
  const both = useLoad(read);
  return (
    <>
      <p class="hush">{t("wall.note")}</p>
      <State of={both}>{({ home, pocket, doors }) => (
        <article class="card wall">
          <h1>{pick(home.village.names)}</h1>
          <h2>{t("wall.warning")}</h2>
          <p>{home.warning ? <><b>{t(`colour.${home.warning.colour}`)} · {pick(home.warning.hazard)}</b><br />{pick(home.warning.what)}{home.warning.until ? <><br />{t("warning.until", { at: when(home.warning.until) })}</> : null}</> : t("home.no-warning")}</p>
          <p><b>{home.duty ? t("home.on-duty", { name: home.duty.name }) : t("home.nobody-on-duty")}</b> · {t("wall.call", { phone: pocket.helpPhone })} · {t("wall.emergency", { phone: pocket.emergencyPhone })}</p>
          {home.today.length > 0 ? <><h2>{t("home.today")}</h2><ul>{home.today.map((each) => <li key={each.id}>{pick(each.title)}（{t(`kind.${each.kind}`)} · {day(each.at)}）</li>)}</ul></> : null}
          {home.season ? <><h2>{t("home.season")}</h2><p>{pick(home.season)}</p></> : null}
          {doors ? <><h2>{t("wall.doors")}</h2><p>{doors}</p></> : null}
          {home.overdue ? <p>{pick(home.overdue)}</p> : null}
          <div class="door"><Qr text={pocket.address} label={t("wall.door")} /><span>{t("wall.door")}</span></div>
          <PaperTwin of="platform/paper" thing="wall" />
        </article>
      )}</State>
      <LinkButton href={at("platform/paper")}>{t("another")}</LinkButton>
      <Button kind="primary" icon="print" disabled={!both.data} onPress={printPage}>{t("menu.print")}</Button>
    </>
  );
};
