import { MediaStrip } from "../../core/media/media-strip.tsx";
import { nameOf } from "../../core/names.ts";
import { ownStyle } from "../../core/own-style.ts";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { day } from "../../core/parts/time.ts";
import { here } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { Shown } from "./notice.ts";

ownStyle(`.notice{padding:18px 16px}.notice h1{font-size:1.4em}.notice .body{margin-top:14px;font-size:1.15em;line-height:1.65;white-space:pre-line}.notice .signed{margin-top:16px;text-align:right;color:var(--soft)}
@media print{@page{size:A4;margin:20mm}.notice{border:0!important;padding:0}.notice h1{font-size:30pt;text-align:center;margin:8mm 0}.notice .body{font-size:20pt;line-height:1.7}.notice .shot img{width:80mm;height:auto}.notice .signed{font-size:16pt;color:#000}.notice~*:not(.card){display:none}}`);

/** The notice as it would hang on the wall: large title, large text, who and when. Printed, it fills one A4 sheet. */
export const Sheet = ({ notice, audience }: { notice: Shown; audience: "public" | "village" }) => {
  const village = nameOf(here().village);
  return (
    <article class="card notice">
      {notice.kind === "must-read" ? <Badge tone="careful">{t("must-read.badge")}</Badge> : null}
      <h1>{notice.title}</h1>
      {notice.state === "withdrawn" ? <p class="card careful">{t("withdrawn.because", { reason: notice.reason ?? "" })}</p> : <>{notice.text ? <div class="body">{notice.text}</div> : null}<MediaStrip media={notice.media} audience={audience} /></>}
      <p class="signed">{t("from.village", { village })}{notice.publishedAt ? <><br />{t("published.at", { at: day(notice.publishedAt) })}</> : null}{notice.until ? <><br />{t("until.shown", { at: day(notice.until) })}</> : null}{notice.alone ? <><br />{t("alone")}</> : notice.byLot ? <><br />{t("by-lot")}</> : null}</p>
      {notice.state === "published" ? <PaperTwin of="affairs/notices" thing={notice.id} /> : null}
    </article>
  );
};
