import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { PaperTwin } from "../../core/paper-twin.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { Away } from "./away.tsx";
import { EndForm } from "./end-form.tsx";
import { GiveForm } from "./give-form.tsx";
import { Handovers } from "./handovers.tsx";
import { holdsAny, holdsPost, isGiver } from "./post.ts";
import { PostCard } from "./post-card.tsx";
import { WaitingList } from "./waiting.tsx";

const FEATURE = "platform/offices";

/** Who does what in the village, with a number to call; for who may give posts, giving and ending them. */
export const VillagePosts = () => {
  const list = useLoad(() => call(FEATURE, "list", {}));
  const [said, say] = useState("");
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      <State of={list}>{({ offices, helpPhone }) => (
        <>
          {said ? <p class="calm good" role="status">{said}</p> : null}
          {isGiver() ? <WaitingList posts={offices} onDone={list.reload} /> : null}
          {offices.map((post) => (
            <PostCard key={post.office} post={post} instead={t("vacant.instead")} {...(isGiver() ? { forHolder: (holder) => <EndForm post={post} holder={holder} onDone={() => { say(t("ended")); list.reload(); }} /> } : {})}>
              {isGiver() ? <LinkButton href={at(FEATURE, "give", post.office)} icon="people">{t("give")}<span class="unseen"> {pick(post.titles)}</span></LinkButton> : null}
              {holdsPost(post.office) ? <Away post={post} onDone={(word) => { say(word); list.reload(); }} /> : null}
            </PostCard>
          ))}
          {isGiver() || holdsAny() ? <Handovers /> : null}
          {helpPhone ? <><p class="hush">{t("call.note")}</p><LinkButton kind="primary" href={`tel:${helpPhone}`} icon="phone">{t("call.number", { phone: helpPhone })}</LinkButton></> : null}
          <PaperTwin of="platform/offices" />
        </>
      )}</State>
    </>
  );
};

/** Giving one post. */
export const Give = ({ office }: { office: string }) => {
  const list = useLoad(() => call(FEATURE, "list", {}), [office]);
  const [said, say] = useState("");
  return (
    <State of={list}>{({ offices }) => {
      const post = offices.find((each) => each.office === office);
      if (!post) return <><h1>{t("title")}</h1><p class="hush">{t("missing.title")}</p><LinkButton href={at(FEATURE)}>{t("to-list")}</LinkButton></>;
      return said ? <><h1>{pick(post.titles)}</h1><p class="card good" role="status">{said}</p><LinkButton kind="primary" href={at(FEATURE)}>{t("to-list")}</LinkButton></> : <GiveForm post={post} onDone={say} />;
    }}</State>
  );
};
