import { useState } from "preact/hooks";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { ownStyle } from "../../core/own-style.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { qrPath } from "../../core/parts/qr.ts";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { FEATURE, groupWords } from "./door.ts";
import type { Printed } from "./door.ts";

// A plate is ink on paper, whatever the reader's theme.
ownStyle(`.plates{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(240px,100%),1fr));gap:12px}
.plate{display:grid;justify-items:center;align-content:center;gap:4px;padding:16px;background:#fff;color:#000;border:2px solid #000;border-radius:12px;text-align:center}
.plate svg{width:min(200px,100%);height:auto}.plate .number{font-size:2.6em;line-height:1.1}.plate .typed{font-family:monospace;letter-spacing:.14em;font-size:1.1em}.plate small{color:#000}
@page plates{size:A4;margin:0}
@media print{main:has(.plates) h1,.plates~*,:has(.plates)>.top{display:none!important}.plates{display:block;page:plates;margin:0!important}
.plate{border-radius:0;border:1px dashed #777;break-inside:avoid;font-size:15pt}.plates.a6 .plate{float:left;width:105mm;height:148mm}.plates.a6 .plate:nth-child(4n){break-after:page}.plates.a6 svg{width:62mm}
.plates.a4 .plate{width:210mm;height:296mm;border:0;break-after:page;font-size:26pt}.plates.a4 svg{width:130mm}}`);

const MOST_PAGES = 20;
const everyPlate = async (): Promise<Printed[]> => {
  const all: Printed[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const found: { items: Printed[]; next: string | null } = await call(FEATURE, "sheet", { query: { limit: 50, ...(cursor ? { cursor } : {}) } });
    all.push(...found.items);
    cursor = found.next;
    if (!cursor) break;
  }
  return all.sort((a, b) => a.order - b.order);
};

/** One plate: village, house number, code and the help phone; nobody's name. */
const PlateSheet = ({ plate, village }: { plate: Printed; village: string }) => {
  const { size, path } = qrPath(plate.address);
  return (
    <article class="plate">
      <b>{village}</b>
      <b class="number">{plate.no}</b>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("plate.qr", { no: plate.no })} shape-rendering="crispEdges"><path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} /><path fill="#000" d={path} /></svg>
      <span class="typed">{plate.code.slice(0, 4)} {plate.code.slice(4)}</span>
      <small>{t("plate.scan")}</small>
      <b>{t("plate.call", { phone: boot.helpPhone })}</b>
    </article>
  );
};

/** The plates of a group, or of all, for the printer: one or four on a sheet. */
export const PrintPlates = () => {
  const plates = useLoad(everyPlate);
  const village = useLoad(() => call("platform/villages", "facts", { village: here().village ?? "" }));
  const [group, choose] = useState("");
  const [size, set] = useState("a6");
  return (
    <>
      <h1>{t("print")}</h1>
      <State of={plates}>{(all) => {
        const groups = [...new Set(all.map((each) => each.group))].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
        const shown = group ? all.filter((each) => each.group === group) : all;
        const name = pick(village.data?.names);
        return all.length === 0 ? <Empty>{t("print.none")}</Empty> : (
          <>
            <div class="form">
              <p class="hush">{t("print.what")}</p>
              <Picker label={t("print.group")} value={group} onPick={choose} choices={[{ value: "", label: t("print.every") }, ...groups.map((value) => ({ value, label: groupWords(value) }))]} />
              <Picker label={t("print.size")} value={size} onPick={set} choices={[{ value: "a6", label: t("print.a6") }, { value: "a4", label: t("print.a4") }]} />
              <Button kind="primary" icon="print" disabled={!village.data} onPress={() => print()}>{t("print.do", { n: shown.length })}</Button>
            </div>
            <div class={`plates ${size}`}>{shown.map((plate) => <PlateSheet key={plate.house} plate={plate} village={name} />)}</div>
          </>
        );
      }}</State>
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};
