import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { Correct } from "./correct.tsx";
import { AllHouses, Corrections } from "./desk.tsx";
import { hasHouse, isCadre } from "./household.ts";
import { LookAt } from "./look.tsx";
import { Desk, Looks, Mine, One } from "./mine.tsx";

const NoHouse = () => (
  <>
    <h1>{t("title")}</h1>
    {isCadre() ? <Desk /> : <><p class="card careful">{t("nobody")}</p><LinkButton kind="primary" href={at("circle/members")}>{t("claim")}</LinkButton></>}
  </>
);

/** Households: one's own, and for offices all of them. */
export const page = definePage({
  name: "affairs/households",
  view: ({ here }) => {
    const [what] = here.rest;
    switch (what) {
      case undefined: return hasHouse() || !session() ? <Mine /> : <NoHouse />;
      case "tonight": case "held": case "asked": return <One what={what} key={what} />;
      case "looks": return <Looks />;
      case "correct": return <Correct />;
      case "all": return <AllHouses />;
      case "corrections": return <Corrections />;
      default: return <LookAt id={what} key={what} />;
    }
  },
});
