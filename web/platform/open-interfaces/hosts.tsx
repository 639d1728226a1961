import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./mine.ts";

const named = (thrown: unknown): never => { throw thrown instanceof Refused && thrown.problem.field?.startsWith("hosts") ? new Refused({ ...thrown.problem, field: "hosts" }) : thrown; };

const Writing = ({ hosts, version, onDone }: { hosts: readonly string[]; version: number; onDone: () => void }) => {
  const form = useForm(FEATURE, "hosts-as-written", {
    draft: String(version), start: { hosts: hosts.join("\n") },
    send: async ({ hosts: text }) => { await call(FEATURE, "allowHosts", { body: { hosts: text.split(/[\s,，;；]+/).filter(Boolean) }, ifMatch: version }).then(onDone, named); },
  });
  return <Form form={form} submit={t("hosts.save")}><Field form={form} name="hosts" kind="long" label={t("hosts.label")} hint={t("hosts.hint")} /></Form>;
};

/** The operator's list: to which hosts webhooks of this region may go. */
export const Hosts = () => {
  const hosts = useLoad(() => call(FEATURE, "hosts", {}));
  const [said, say] = useState(false);
  return (
    <>
      <h1>{t("hosts")}</h1>
      <p class="hush">{t("hosts.note")}</p>
      {said ? <p class="calm good" role="status">{t("hosts.saved")}</p> : null}
      <State of={hosts}>{({ hosts: all, version }) => <Writing key={version} hosts={all} version={version} onDone={() => { say(true); hosts.reload(); }} />}</State>
      <Line href={at(FEATURE, "api")} icon="book">{t("api")}</Line>
    </>
  );
};
