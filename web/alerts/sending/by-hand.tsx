import type * as z from "zod";
import type { contract } from "../../../shared/alerts/sending/contract.ts";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line, Section } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { Empty } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

type Done = z.output<(typeof contract)["routes"]["script"]["returns"]>["byHand"];
type Channel = Done[number]["channel"];
const CHANNELS: readonly Channel[] = ["loudspeaker", "group", "gong"];

/** Loudspeaker, group and gong leave no receipt: whoever did it notes where. */
export const ByHand = ({ warning, done, onDone }: { warning: string; done: Done; onDone: () => void }) => {
  const form = useForm("alerts/sending", "byHand", { start: { channel: "loudspeaker" as Channel, where: "" }, draft: warning, send: async (body) => { await call("alerts/sending", "byHand", { params: { warning }, body }); onDone(); } });
  return (
    <Section title={t("hand.title")}>
      {done.length === 0 ? <Empty>{t("hand.none")}</Empty> : <div class="sheet">{done.map((each) => <Line key={each.at + each.channel} icon="done" note={t("hand.by", { by: each.by, time: when(each.at), where: each.where })}>{t(`channel.${each.channel}`)}</Line>)}</div>}
      <p>{t("hand.what")}</p>
      <Form form={form} submit={t("hand.save")}>
        <Picker label={t("hand.how")} value={form.values.channel} onPick={(next) => form.set("channel", next)} choices={CHANNELS.map((each) => ({ value: each, label: t(`hand.${each}`) }))} />
        <Field form={form} name="where" label={t("hand.where")} hint={t("hand.where.hint")} />
        {form.sent ? <p class="card good" role="status">{t("hand.done")}</p> : null}
      </Form>
    </Section>
  );
};
