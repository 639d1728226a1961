import { call } from "../../core/client/client.ts";
import { FirstPhoto } from "../../core/media/media-strip.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, isUp, type Lost } from "./lost.ts";
import { One } from "./one.tsx";
import { Report } from "./report.tsx";

const LostLine = ({ lost }: { lost: Lost }) => {
  const note = [t(`state.${lost.state}`), ...(lost.lastPlace ? [t("last", { place: lost.lastPlace })] : []), when(lost.at), ...(lost.seen > 0 ? [t("seen.n", { n: lost.seen })] : [])].join(" · ");
  const unsure = lost.kind === "person" && isUp(lost) && !lost.confirmed;
  return (
    <Line href={at(FEATURE, lost.id)} icon={lost.kind === "person" ? "people" : "search"} note={note} {...(unsure ? { badge: t("not-confirmed") } : {})}>
      <span class="beside"><FirstPhoto media={lost.media} /><span>{lost.what || t(`kind.${lost.kind}`)}</span></span>
    </Line>
  );
};
/** A page of the list with the people in it first: a missing person is never below a cow. */
const load = async (cursor?: string) => {
  const page = await call(FEATURE, "list", { query: { ...(cursor ? { cursor } : {}) } });
  const rank = (lost: Lost): number => (isUp(lost) ? (lost.kind === "person" ? 0 : 1) : 2);
  return { ...page, items: [...page.items].sort((one, other) => rank(one) - rank(other)) };
};

/** Who and what is missing, and where it was seen. */
export const page = definePage({
  name: FEATURE,
  view: ({ here }) => {
    const [id] = here.rest;
    if (id === "new") return <Report />;
    if (id) return <One id={id} key={id} />;
    return (
      <>
        <h1>{t("title")}</h1>
        <KeptList feature={FEATURE} />
        <List load={load} empty={t("empty")} item={(lost) => <LostLine lost={lost} />} />
        <LinkButton href={at(FEATURE, "new")} kind="primary" icon="search">{t("report")}</LinkButton>
      </>
    );
  },
});
