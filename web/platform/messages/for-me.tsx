import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { session, whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { FEATURE, ToldLine } from "./line.tsx";
import type { Told } from "./line.tsx";

const CADRES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader"];
const MOST = 40;

/** Lines of one kind, newest first; what is new on the first page can be put behind one at a press. */
const Lines = ({ of, read, empty, round }: { of: (cursor?: string) => Promise<{ items: readonly Told[]; next: string | null }>; read: (ids: string[]) => Promise<unknown>; empty: string; round: unknown }) => {
  const [fresh, hold] = useState<readonly string[]>([]);
  const [seen, count] = useState(0);
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const load = (cursor?: string) => of(cursor).then((page) => { if (!cursor) hold(page.items.filter((each) => !each.read).map((each) => each.id)); return page; });
  return (
    <>
      <List load={load} when={[round, seen]} empty={empty} item={(line) => <ToldLine line={line} key={line.id} />} />
      {problem ? <ProblemLine problem={problem} /> : null}
      {fresh.length > 0 ? <Button icon="done" onPress={() => read([...fresh].slice(0, MOST)).then(() => { setProblem(undefined); count(seen + 1); }, (thrown: unknown) => setProblem(problemOf(thrown)))}>{t("seen")}</Button> : null}
    </>
  );
};
const query = (to: "me" | "house") => (cursor?: string) => call(FEATURE, "mine", { query: { to, ...(cursor ? { cursor } : {}) } });
const reads = (to: "me" | "house") => (ids: string[]) => call(FEATURE, "read", { body: { to, ids } });

/** What concerns me and our house; for a guest, what concerns this phone. */
export const ForMe = () => {
  const whos = whosIn(here().village);
  const door = useLoad(() => (CADRES.some((each) => whos.includes(each)) ? call(FEATURE, "atDoor", {}) : Promise.resolve({ items: [], next: null })));
  if (!session()) {
    return (
      <>
        <h1>{t("title")}</h1>
        <Section title={t("guest")}><Lines round="guest" of={(cursor) => call(FEATURE, "onDevice", { query: { ...(cursor ? { cursor } : {}) } })} read={(ids) => call(FEATURE, "readOnDevice", { body: { ids } })} empty={t("none.guest")} /></Section>
      </>
    );
  }
  return (
    <>
      <h1>{t("title")}</h1>
      <Section title={t("mine")}><Lines round="me" of={query("me")} read={reads("me")} empty={t("none")} /></Section>
      {whos.includes("household") ? <Section title={t("house")}><Lines round="house" of={query("house")} read={reads("house")} empty={t("none")} /></Section> : null}
      <div class="sheet">
        <Line href={at(FEATURE, "digest")} icon="date">{t("digest")}</Line>
        <Line href={at(FEATURE, "how")} icon="adjustments">{t("how")}</Line>
        {door.data && door.data.items.length > 0 ? <Line href={at(FEATURE, "door")} icon="house" badge={String(door.data.items.length)}>{t("door")}</Line> : null}
      </div>
    </>
  );
};
