import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { BOOK, dial, isKeeper, isVillager } from "./book.ts";
import type { Entry } from "./book.ts";
import { Edit } from "./edit.tsx";

const WHY = ["no-answer", "wrong-person", "changed"] as const;

/** One number: pressed it calls; a villager says that it is wrong, a keeper puts it right. */
export const EntryLine = ({ entry, reload }: { entry: Entry; reload: () => void }) => {
  const [open, show] = useState<"" | "wrong" | "edit" | "thanks">("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const fails = (thrown: unknown): void => setProblem(problemOf(thrown));
  const params = { id: entry.id };
  return (
    <article class="card entry">
      <p><b>{entry.name}</b>　<b>{entry.number}</b></p>
      <a class="button" href={dial(entry.number)}><Icon name="phone" /><span>{t("call", { name: entry.name })}</span></a>
      <p><small>{[t(`kind.${entry.kind}`), ...(entry.note ? [entry.note] : []), t("checked", { when: day(entry.checkedAt) })].join(" · ")}</small> {entry.stale ? <Badge tone="careful">{t("stale")}</Badge> : null} {entry.flags > 0 ? <Badge tone="bad">{t("flagged", { n: entry.flags })}</Badge> : null}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      {open === "thanks" ? <p class="calm" role="status">{t("wrong.thanks")}</p> : null}
      {open === "wrong" ? <div role="group" aria-label={t("wrong.why")}><small>{t("wrong.why")}</small><div class="row">{WHY.map((why) => <Button key={why} onPress={() => call(BOOK, "flag", { params, body: { why } }).then(() => show("thanks"), fails)}>{t(`why.${why}`)}</Button>)}</div></div> : null}
      {open === "edit" ? <Edit entry={entry} onDone={reload} /> : null}
      {open === "" ? (
        <div class="row">
          {isVillager() ? <Button icon="flag" onPress={() => show("wrong")}>{t("wrong")}</Button> : null}
          {isKeeper() ? <><Button icon="done" onPress={() => call(BOOK, "check", { params }).then(reload, fails)}>{t("check")}</Button><Button icon="tool" onPress={() => show("edit")}>{t("change")}</Button><Confirm kind="plain" label={t("remove")} question={t("remove.ask")} onYes={() => call(BOOK, "remove", { params }).then(reload, fails)} /></> : null}
        </div>
      ) : null}
    </article>
  );
};
