import { useEffect } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { ownStyle } from "../../core/own-style.ts";
import type { TwinData } from "../../core/paper-twin.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { clock, dayOf } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { Qr } from "./qr-code.tsx";

ownStyle(`.twin{display:none}@media print{.twin{display:flex!important;gap:4mm;align-items:center;margin-top:8mm;padding-top:3mm;border-top:1px solid #000;font-size:10pt;line-height:1.4;color:#000;text-align:left;break-inside:avoid}
.twin svg{width:24mm;height:24mm;flex:none}.twin b{font-family:monospace;font-size:12pt;letter-spacing:.08em}.twin span{display:block}}`);

export type Foot = Answer<"platform/paper", "print">;

/** The foot of a sheet about to be printed: what it is checked by, with the whole date, for it may hang for years. Without a network the sheet says that it has none. */
export const SheetFoot = ({ of, thing, ready }: TwinData) => {
  const foot = useLoad(() => call("platform/paper", "print", { body: { of, thing } }));
  const done = foot.data !== undefined || foot.problem !== undefined;
  useEffect(() => { if (done) ready(); }, [done]);
  if (!done) return null;
  if (!foot.data) return <footer class="twin"><span>{t("twin.none")}</span></footer>;
  const { code, fingerprint, edition, at, address } = foot.data;
  return (
    <footer class="twin">
      <Qr text={address} label={t("twin.qr")} />
      <div><span>{t("twin.code")} <b>{code.slice(0, 4)} {code.slice(4)}</b></span><span>{t("twin.fingerprint")} <b>{fingerprint}</b></span><span>{t("twin.edition", { n: edition, at: `${dayOf(at)} ${clock(at)}` })}</span><span>{t("twin.check")}</span></div>
    </footer>
  );
};
