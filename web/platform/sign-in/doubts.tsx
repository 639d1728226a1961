import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Badge } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { List } from "../../core/parts/list.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

/** For offices: numbers that somebody else has now. Parting ends what they open; the house's contact book is put right beside it. */
export const Doubts = () => {
  const [round, again] = useState(0);
  const act = (route: "part" | "keepNumber", id: string): Promise<unknown> => call("platform/sign-in", route, { params: { id } }).then(() => again((n) => n + 1));
  return (
    <>
      <h1>{t("doubts.title")}</h1>
      <p>{t("doubts.note")}</p>
      <List when={[round]} empty={t("doubts.none")} load={(cursor) => call("platform/sign-in", "doubts", { query: { cursor } })} item={(each) => (
        <div class="card">
          <p><b>{each.phone}</b> · {when(each.at)} <Badge tone={each.state === "open" ? "careful" : "good"}>{t(`doubts.${each.state}`)}</Badge><br />{each.people.map(({ name }) => name).join(" · ")}</p>
          {each.state === "parted" ? null : <Confirm label={t("doubts.part")} question={t("doubts.part.ask")} onYes={() => act("part", each.id)} />}
          {each.state === "kept" ? null : <Confirm kind="plain" label={t("doubts.keep")} question={t("doubts.keep.ask")} onYes={() => act("keepNumber", each.id)} />}
        </div>
      )} />
    </>
  );
};
