import { Badge } from "../../core/parts/card.tsx";
import { day } from "../../core/parts/time.ts";
import { pick, t } from "../../core/words.ts";
import type { ComponentChildren } from "preact";
import type { Holder, Post } from "./post.ts";

/** A post with who holds it; an empty one is something to see. */
export const PostCard = ({ post, children, forHolder, instead }: { post: Post; /** What happens while nobody holds it. */ instead?: string; children?: ComponentChildren; forHolder?: (holder: Holder) => ComponentChildren }) => (
  <section class="card">
    <h3>{pick(post.titles)}</h3>
    {post.holders.length === 0 ? <><p><Badge tone="careful">{t("vacant")}</Badge></p>{instead ? <p><small>{instead}</small></p> : null}</> : post.holders.map((holder) => (
      <div key={holder.person}>
        <p><b>{holder.name}</b>{" "}<small>{[...(holder.actingFor ? [t("acting.for", { name: holder.actingFor })] : []), ...(holder.since ? [t("since", { date: day(holder.since) })] : []), ...(holder.until ? [t("until", { date: day(holder.until) })] : []), ...(holder.alone ? [t("alone")] : [])].join(" · ")}</small></p>
        {forHolder?.(holder)}
      </div>
    ))}
    {children}
  </section>
);
