import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

/** What stood in the way; where a fresh sign-in is asked, the way there and back. */
export const InTheWay = ({ problem }: { problem: ProblemBody | undefined }) =>
  !problem ? null : problem.type !== "sign-in-again" ? <ProblemLine problem={problem} />
    : <div class="card careful" role="alert"><h3>{t("again.title")}</h3><p>{t("again.note")}</p><LinkButton href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`} icon="phone">{t("again.go")}</LinkButton></div>;
