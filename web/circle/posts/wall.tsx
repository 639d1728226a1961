import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { ownStyle } from "../../core/own-style.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { useCounts } from "../../core/talk/use-counts.ts";
import { t } from "../../core/words.ts";
import { isVillager } from "./post.ts";
import type { Post } from "./post.ts";

const POSTS = "circle/posts";
ownStyle(".post .said{font-size:1.08em;line-height:1.6;white-space:pre-line;margin:8px 0}");

/** Who posted it and when, what they say, and their pictures. */
export const Body = ({ post }: { post: Post }) => (
  <>
    <p><b>{post.name}</b> {post.office ? <Badge>{t("officer")}</Badge> : null} <small>{when(post.at)}</small> {post.editedAt ? <Badge>{t("edited")}</Badge> : null}</p>
    {post.words ? <p class="said">{post.words}</p> : null}
    <MediaStrip media={post.media} audience={post.audience} />
  </>
);

/** What villagers say and show, newest first: all of it for them, what is for guests for everybody. */
export const Wall = () => {
  const [sent, again] = useState(0);
  const [seen, see] = useState<readonly string[]>([]);
  const villager = isVillager();
  // As many as are counted at once: what came last in sight.
  const counts = useCounts(seen.slice(-20));
  const load = async (cursor?: string) => {
    const page = await call(POSTS, villager ? "village" : "list", { query: { ...(cursor ? { cursor } : {}) } });
    see((before) => [...before, ...page.items.map(({ id }) => id)]);
    return page;
  };
  const note = (id: string): string => {
    const { likes, replies } = counts(id);
    return [...(likes > 0 ? [t("likes", { n: likes })] : []), ...(replies > 0 ? [t("replies", { n: replies })] : [])].join(" · ");
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      {villager ? <KeptList feature={POSTS} onSent={() => again((before) => before + 1)} /> : null}
      <List when={[sent]} load={load} empty={t("empty")} item={(post) => <article class="card post" key={post.id}><Body post={post} /><Line href={at(POSTS, post.id)} icon="talk" note={note(post.id)}>{t("see")}</Line></article>} />
      {villager ? <><Line href={at(POSTS, "mine")} icon="list-check">{t("mine")}</Line><LinkButton kind="primary" href={at(POSTS, "new")}>{t("new")}</LinkButton></> : null}
    </>
  );
};
/** What I posted, and how it stands. */
export const Mine = () => (
  <>
    <h1>{t("mine")}</h1>
    <List load={(cursor) => call(POSTS, "mine", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("mine.empty")} item={(post) => <Line href={at(POSTS, post.id)} note={`${t(`state.${post.state}`)} · ${when(post.at)}`}>{post.words || t("kept")}</Line>} />
    <LinkButton href={at(POSTS)}>{t("to-list")}</LinkButton>
  </>
);
