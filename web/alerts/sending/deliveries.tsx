import { useState } from "preact/hooks";
import type * as z from "zod";
import type { DeliveryLine } from "../../../shared/alerts/sending/contract.ts";
import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { clock } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { has, t } from "../../core/words.ts";

const TROUBLE = ["failed", "expired", "unsure"];
const said = (key: string, code: string): string => has(key) ? t(key) : code;

/** One house's message: where it is, why not, and every attempt with its time. */
const Delivery = ({ line }: { line: z.output<typeof DeliveryLine> }) => (
  <div class={`card ${TROUBLE.includes(line.state) ? "careful" : ""}`}>
    <p><b>{t("line.house", { no: line.no })}</b> {said(`step.${line.step}`, line.step)} <Badge {...(line.state === "delivered" ? { tone: "good" as const } : TROUBLE.includes(line.state) ? { tone: "bad" as const } : {})}>{t(`state.${line.state}`)}</Badge></p>
    {line.why ? <p>{said(`why.${line.why}`, line.why)}</p> : null}
    <p><small>{[line.to ? t("line.to", { to: line.to }) : "", ...line.attempts.map((each) => `${clock(each.at)} ${said(`outcome.${each.outcome}`, each.outcome)}`), line.extra > 0 ? t("extra", { n: line.extra }) : ""].filter(Boolean).join(" · ")}</small></p>
  </div>
);

/** The messages of a warning house by house, those that did not arrive first. */
export const Deliveries = ({ warning }: { warning: string }) => {
  const [show, set] = useState<"failed" | "all">("failed");
  return (
    <>
      <Section title={t("deliveries")}>
        <Picker label={t("deliveries.show")} value={show} onPick={(next) => set(next as typeof show)} choices={[{ value: "failed", label: t("show.failed") }, { value: "all", label: t("show.all") }]} />
        <List key={show} when={[warning, show]} load={(cursor) => call("alerts/sending", "list", { params: { warning }, query: { show, ...(cursor ? { cursor } : {}) } })} empty={t(show === "failed" ? "failed.none" : "none")} item={(line) => <Delivery line={line} />} />
      </Section>
      <LinkButton href={at("alerts/roll-call", warning)}>{t("to-roll")}</LinkButton>
    </>
  );
};
