import type * as z from "zod";
import type { Sheet, SheetLine } from "../../../shared/alerts/door-sheets/contract.ts";
import { call } from "../../core/client/client.ts";
import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { clock, day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { has, pick, t } from "../../core/words.ts";

ownStyle(`.paper{list-style:none;padding:0;margin:0}.paper>li{padding:10px 0;border-top:1px solid var(--edge);break-inside:avoid}.paper .who{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline}.paper .who a{display:inline-flex;align-items:center;min-height:44px}
.boxes{display:flex;flex-wrap:wrap;gap:4px 16px}.boxes span{white-space:nowrap}.box{display:inline-block;width:1em;height:1em;margin-right:5px;border:2px solid var(--edge);border-radius:2px;vertical-align:-.12em}.shout{white-space:pre-line}.sheet-no{float:right;font-weight:650}
@media print{.box{border:1px solid #000}@page{size:A4;margin:12mm}.paper{font-size:11pt}.paper>li{padding:1.6mm 0}.paper .who a{min-height:0;font-weight:650}.shout{font-size:10pt;columns:2;border:1px solid #000;padding:2mm}.screen-only{display:none}}`);

const named = (code: string): string => has(`vulnerable.${code}`) ? t(`vulnerable.${code}`) : code;
/** The boxes of a house; what to write beside them. */
const BOXES = ["paper.moved", "tick.safe", "tick.stayed", "tick.away", "tick.empty", "tick.refused", "tick.needs-help"] as const;
const NEW = ["not-reached", "answered"];

const House = ({ line }: { line: z.output<typeof SheetLine> }) => (
  <li>
    <div class="who">
      <b>{t("house.name", { no: line.no, head: line.head })}</b><span>{t("house.facts", { group: line.group, n: line.sleepers })}</span>
      {line.vulnerable.length > 0 ? <b>{t("house.first", { who: line.vulnerable.map(named).join(t("comma")) })}</b> : null}
      {line.buddies?.length ? <span>{t("house.buddies", { names: line.buddies.join(t("comma")) })}</span> : null}
      {line.phone ? <a href={`tel:${line.phone}`}>{line.phone}</a> : <span>{t("house.no-phone")}</span>}
      {NEW.includes(line.state) ? null : <span>{t("house.now", { state: t(`state.${line.state}`) })}</span>}
    </div>
    <div class="boxes">{BOXES.map((each) => <span key={each}><i class="box" />{t(each)}</span>)}<span>{t("paper.time")}</span><span>{t("paper.witness")}</span><span>{t("paper.note")}</span></div>
  </li>
);

const Shown = ({ sheet, warning }: { sheet: z.output<typeof Sheet>; warning: string }) => (
  <>
    <h1>{t("title")} <span class="sheet-no">{sheet.number}</span></h1>
    <p><b>{pick(sheet.headline)}</b></p>
    <p>{t("sheet.for", { sweeper: sheet.sweeper, groups: sheet.groups.join(t("comma")) || t("groups.all"), n: sheet.lines.length })} · {t("sheet.time", { at: `${day(sheet.printedAt)} ${clock(sheet.printedAt)}` })}</p>
    <p>{t("keep")}。{t("sheet.order")}</p>
    <section class="section"><h2>{t("script")}</h2><p class="shout">{pick(sheet.script)}</p></section>
    <ul class="paper">{sheet.lines.map((line) => <House key={line.household} line={line} />)}</ul>
    {sheet.lines.length === 0 ? <p class="hush" role="status">{t("empty")}</p> : null}
    <LinkButton href={at("alerts/door-sheets", warning, sheet.id, "enter")}>{t("to-enter")}</LinkButton>
    <LinkButton href={at("alerts/roll-call", warning)}>{t("enter.roll")}</LinkButton>
    <Button kind="primary" icon="print" onPress={() => print()}>{t("print")}</Button>
  </>
);

/** One sheet, the same on the phone and on A4: houses in walking order, boxes to tick by hand. */
export const OneSheet = ({ warning, sheet }: { warning: string; sheet: string }) => {
  const loaded = useLoad(() => call("alerts/door-sheets", "one", { params: { warning, id: sheet } }), [warning, sheet]);
  return <State of={loaded}>{(found) => <Shown sheet={found} warning={warning} />}</State>;
};
