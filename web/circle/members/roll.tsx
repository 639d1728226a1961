import { useId, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Form } from "../../core/form/field.tsx";
import { WhyFields, whyOf } from "../../core/form/look-why.tsx";
import type { Purpose, Why } from "../../core/form/look-why.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { groupWords } from "./member.ts";

const FEATURE = "circle/members";
interface Sought { readonly q: string; readonly group: string }
const narrow = ({ q, group }: Sought) => ({ ...(q ? { q } : {}), ...(group ? { group } : {}) });

/** Names come after saying what for; each household on the list reads it. */
const AskNames = ({ onWhy }: { onWhy: (why: Why) => void }) => {
  const form = useForm(FEATURE, "names", { start: { purpose: "" as Purpose | "", note: "" }, send: (written) => Promise.resolve(onWhy(whyOf(written))) });
  return (
    <Card tone="careful"><p>{t("names.note")}</p>
      <Form form={form} submit={t("names")}><WhyFields form={form} /></Form>
    </Card>
  );
};

/** The members' roll of an office, found by name and group: names hidden outside its own group, no phone at all. */
export const Roll = () => {
  const [typed, type] = useState<Sought>({ q: "", group: "" });
  const [sought, seek] = useState(typed);
  const [asking, ask] = useState(false);
  const [why, setWhy] = useState<Why | undefined>();
  const id = useId();
  const load = (cursor?: string) => why
    ? call(FEATURE, "names", { body: { ...why, ...narrow(sought), ...(cursor ? { cursor } : {}) } })
    : call(FEATURE, "list", { query: { limit: 50, ...narrow(sought), ...(cursor ? { cursor } : {}) } });
  return (
    <>
      <h1>{t("list.title")}</h1>
      <form class="form" role="search" onSubmit={(event) => { event.preventDefault(); seek({ q: typed.q.trim(), group: typed.group.trim() }); }}>
        <div class="field"><label for={`${id}-q`}>{t("list.search")}</label><input class="input" id={`${id}-q`} type="search" maxLength={40} value={typed.q} onInput={(event) => type({ ...typed, q: event.currentTarget.value })} /></div>
        <div class="field"><label for={`${id}-group`}>{t("list.group")}</label><input class="input" id={`${id}-group`} maxLength={20} value={typed.group} onInput={(event) => type({ ...typed, group: event.currentTarget.value })} /></div>
        <Button type="submit">{t("list.seek")}</Button>
      </form>
      <List load={load} when={[sought, why]} empty={t(sought.q || sought.group ? "list.nothing" : "list.none")}
        item={(each) => <Line key={each.person} href={at(FEATURE, "people", each.person)} icon="me" note={[groupWords(each.group), each.state === "claimed" ? t("list.claimed") : t(`state.${each.state}`), ...(each.paper ? [t("paper")] : [])].filter(Boolean).join(" · ")}>{each.name}</Line>} />
      {why ? null : asking ? <AskNames onWhy={setWhy} /> : <Button icon="eye" onPress={() => ask(true)}>{t("names")}</Button>}
      <LinkButton href={at(FEATURE)}>{t("title")}</LinkButton>
    </>
  );
};
