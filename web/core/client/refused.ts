import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { t } from "../words.ts";

/** A call that did not go through: the server's problem (its title is in the reader's language), or `offline` with status 0. */
export class Refused extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.type);
    this.problem = problem;
  }
}
/** No answer came: no network, or it took over 30 seconds. */
export const offline = (): Refused => new Refused({ type: "offline", status: 0, title: t("frame.offline") });
/** The problem an answer carries; a blank one where it is no problem document. */
export const refusedBy = async (answer: Response): Promise<Refused> => {
  const body = (await answer.json().catch(() => ({}))) as Partial<ProblemBody>;
  return new Refused({ type: "unexpected", title: t("frame.failed"), ...body, status: answer.status });
};
/** The problem of whatever was thrown. */
export const problemOf = (thrown: unknown): ProblemBody =>
  thrown instanceof Refused ? thrown.problem : { type: "unexpected", status: 500, title: t("frame.failed") };
