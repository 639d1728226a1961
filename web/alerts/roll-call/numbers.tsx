import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { t } from "../../core/words.ts";

/** A house's telephones, fetched only when somebody asks; the household sees who did. */
export const Numbers = ({ warning, household, onProblem }: { warning: string; household: string; onProblem: (thrown: unknown) => void }) => {
  const [phones, set] = useState<readonly { readonly name: string; readonly phone: string }[] | undefined>();
  const look = (): Promise<void> => call("alerts/roll-call", "look", { params: { warning, household }, body: {} }).then((found) => set(found.phones), onProblem);
  if (!phones) return <div class="field"><Button icon="phone" onPress={look} describedBy={`seen-${household}`}>{t("phones")}</Button><small id={`seen-${household}`}>{t("phones.seen")}</small></div>;
  return phones.length === 0 ? <p class="hush" role="status">{t("phones.none")}</p>
    : <>{phones.map(({ name, phone }) => <LinkButton key={phone} href={`tel:${phone}`} icon="phone">{[name, phone].filter(Boolean).join(" ")}</LinkButton>)}</>;
};
