import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";

const MOST_PAGES = 20;
/** The groups with houses nobody has accounted for, and how many of them. */
const openGroups = async (warning: string): Promise<[string, number][]> => {
  const counts = new Map<string, number>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await call("alerts/roll-call", "village", { params: { warning }, query: { show: "open", limit: 100, ...(cursor ? { cursor } : {}) } });
    for (const { group } of items) counts.set(group, (counts.get(group) ?? 0) + 1);
    if (!next) break;
    cursor = next;
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
};

/** Who walks, and which groups: then the sheet stands ready to be printed. Below, the sheets made before. */
export const Choose = ({ warning }: { warning: string }) => {
  const [groups, setGroups] = useState<readonly string[]>([]);
  const open = useLoad(() => openGroups(warning), [warning]);
  const form = useForm("alerts/door-sheets", "print", {
    start: { sweeper: session()?.name ?? "" }, draft: warning,
    send: async ({ sweeper }) => { const sheet = await call("alerts/door-sheets", "print", { params: { warning }, body: { sweeper, groups: [...groups] } }); go(at("alerts/door-sheets", warning, sheet.id)); },
  });
  return (
    <>
      <h1>{t("title")}</h1>
      <Section title={t("list")}>
        <List when={[warning]} load={(cursor) => call("alerts/door-sheets", "list", { params: { warning }, query: { ...(cursor ? { cursor } : {}) } })} empty={t("none")} item={(each) => (
          <Line href={at("alerts/door-sheets", warning, each.id)} icon="print" note={[t("printed", { time: when(each.printedAt), name: each.printedBy }), each.groups.join(t("comma")) || t("groups.all"), each.entries > 0 ? t("list.entries", { n: each.entries }) : t("list.nothing-yet")].join(" · ")}>{t("list.line", { number: each.number, sweeper: each.sweeper })}</Line>
        )} />
      </Section>
      <Section title={t("make")}>
        <Form form={form} submit={t("make.button")}>
          <Field form={form} name="sweeper" label={t("sweeper")} />
          {open.problem ? <ProblemLine problem={open.problem} onRetry={open.reload} /> : null}
          {open.data?.length === 0 ? <p class="hush" role="status">{t("empty")}</p> : null}
          {open.data && open.data.length > 0 ? (
            <fieldset class="picker"><legend>{t("make.groups")}</legend>{open.data.map(([group, n]) => (
              <label class="choice" key={group}><input type="checkbox" checked={groups.includes(group)} onChange={(event) => setGroups(event.currentTarget.checked ? [...groups, group] : groups.filter((each) => each !== group))} /><span>{t("make.group", { group, n })}</span></label>
            ))}</fieldset>
          ) : null}
        </Form>
      </Section>
    </>
  );
};
