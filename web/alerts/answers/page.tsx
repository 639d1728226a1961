import { call } from "../../core/client/client.ts";
import { definePage } from "../../core/pages.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Loading, ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { base } from "../../core/router.ts";
import { RunningWarnings } from "../../core/warning/running.tsx";
import { t } from "../../core/words.ts";
import { Blind } from "./blind.tsx";
import { House } from "./house.tsx";
import { Unknown } from "./unknown.tsx";
import type { Way } from "./saying.ts";

/** What is asked of one house: by the link of its message, or by the household that signed in. */
const Asked = ({ way }: { way: Way }) => {
  const loaded = useLoad(() => way.code ? call("alerts/answers", "page", { params: { code: way.code } }) : call("alerts/answers", "minePage", { params: { warning: way.warning ?? "" } }), [way.code, way.warning]);
  if (loaded.data) return <House page={loaded.data} way={way} reload={loaded.reload} />;
  if (!loaded.problem) return <Loading />;
  if (loaded.problem.status === 404) return <Unknown />;
  return <><ProblemLine problem={loaded.problem} onRetry={loaded.reload} />{loaded.problem.status === 401 || loaded.problem.status === 403 ? <Unknown /> : <Blind way={way} />}</>;
};

export const page = definePage({
  name: "alerts/answers", bare: true,
  view: ({ here }) => here.scope === "link" ? <Asked way={{ code: here.rest[0] ?? "" }} />
    : here.rest[0] ? <Asked way={{ warning: here.rest[0] }} />
    : <><h1>{t("title")}</h1><RunningWarnings to="alerts/answers" of="alerts/warnings" /><LinkButton href={`${base()}?calm`}>{t("frame.home")}</LinkButton></>,
});
