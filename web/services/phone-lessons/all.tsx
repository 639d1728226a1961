import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { useAct } from "../../core/parts/act.tsx";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { useState } from "preact/hooks";
import { FEATURE, standing, whoLearns } from "./lesson.ts";

type Teacher = Answer<typeof FEATURE, "volunteers">["items"][number];
const Vouching = ({ teacher }: { teacher: Teacher }) => {
  const [checked, set] = useState(teacher.checked);
  const { act, said } = useAct(() => undefined);
  const vouch = act(async () => set((await call(FEATURE, "vouch", { params: { person: teacher.person } })).checked));
  return <div class="card"><p>{teacher.name}{checked ? null : <> <Badge tone="careful">{t("volunteers.wait")}</Badge></>}</p>{said}{checked || teacher.mine ? null : <Button icon="done" onPress={vouch}>{t("vouch")}</Button>}</div>;
};

/** Who waits for a lesson, and who teaches. */
export const AllPage = () => (
  <>
    <h1>{t("all")}</h1>
    <List empty={t("all.none")} load={(cursor) => call(FEATURE, "list", { query: cursor ? { cursor } : {} })} item={(each) => <Line href={at(FEATURE, each.id)} icon="device-mobile" note={standing(each)}>{whoLearns(each)}</Line>} />
    <Section title={t("volunteers")}><List empty={t("volunteers.none")} load={(cursor) => call(FEATURE, "volunteers", { query: cursor ? { cursor } : {} })} item={(teacher) => <Vouching key={teacher.person} teacher={teacher} />} /></Section>
    <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
  </>
);
