import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Acts } from "./acts.tsx";
import { Ask } from "./ask.tsx";
import { isSignedIn } from "./consent.ts";
import { Desk } from "./desk.tsx";
import { Invite } from "./invite.tsx";
import { One } from "./one.tsx";
import { Overview } from "./overview.tsx";

const SignIn = () => (
  <>
    <h1>{t("title")}</h1>
    <p>{t("sign-in.note")}</p>
    <LinkButton kind="primary" href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("sign-in")}</LinkButton>
  </>
);

/** Acting for one's parents: asking, agreeing, seeing and ending it. */
export const page = definePage({
  name: "services/proxies",
  view: ({ here }) => {
    const [what] = here.rest;
    if (!isSignedIn()) return <SignIn />;
    switch (what) {
      case undefined: return <Overview />;
      case "new": return <Ask />;
      case "acts": return <Acts />;
      case "desk": return <Desk />;
      case "invite": return <Invite />;
      default: return <One id={what} key={what} />;
    }
  },
});
