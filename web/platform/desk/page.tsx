import { useState } from "preact/hooks";
import { LinkButton } from "../../core/parts/button.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { definePage } from "../../core/pages.ts";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { readLines } from "./line.ts";
import { Matter } from "./matter.tsx";
import { Publish } from "./publish.tsx";

const mayPublish = (): boolean => whosIn(here().village).some((who) => who === "office:secretary" || who === "office:committee");

/** What waits for my office: at most seven, the soonest due first. */
const Desk = () => {
  const lines = useLoad(readLines, [here().village, here().area]);
  const [said, say] = useState("");
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      {said ? <p class="calm good" role="status">{said}</p> : null}
      <State of={lines}>{({ items, all }) => (
        <div class="wide">
          {items.length === 0 ? <Empty>{t("none")}</Empty> : <ul class="sides">{items.map((line) => <Matter key={`${line.feature} ${line.id} ${line.version}`} line={line} onDone={(word) => { say(word); lines.reload(); }} />)}</ul>}
          {all > items.length ? <p class="meta">{t("more", { n: all - items.length })}</p> : null}
        </div>
      )}</State>
      {mayPublish() ? <LinkButton href={at("platform/desk", "publish")} kind="primary" icon="megaphone">{t("publish")}</LinkButton> : null}
    </>
  );
};

/** The desk of whoever holds an office. */
export const page = definePage({ name: "platform/desk", view: ({ here: { rest } }) => (rest[0] === "publish" ? <Publish /> : <Desk />) });
