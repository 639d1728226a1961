import type { Answer } from "../../core/client/types.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "circle/good-deeds";
export type Deed = Answer<"circle/good-deeds", "one">;

/** Who did what, as it was told. */
export const DeedCard = ({ deed, link }: { deed: Deed; link?: boolean }) => (
  <article class="card">
    <p>{link ? <a class="call" href={at(FEATURE, deed.id)}>{deed.name}</a> : <b>{deed.name}</b>} {deed.state === "shown" ? null : <Badge tone="careful">{t(`state.${deed.state}`)}</Badge>}</p>
    {deed.words ? <p>{deed.words}</p> : null}
    <MediaStrip media={deed.media} />
    <small>{[t("by", { name: deed.by }), day(deed.at)].join(" · ")}</small>
    {deed.reason ? <p role="note">{t("refused.because", { reason: deed.reason })}</p> : null}
  </article>
);
