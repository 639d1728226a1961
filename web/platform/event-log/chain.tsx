import type { Answer } from "../../core/client/types.ts";
import { Icon } from "../../core/parts/icon.tsx";
import { day } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { minute } from "./event-line.tsx";

/** Whether the record still hangs together: red and in words when it does not. */
export const ChainCard = ({ chain }: { chain: Answer<"platform/event-log", "chain"> }) => (
  <section class={`card ${chain.broken ? "bad" : "good"}`} role={chain.broken ? "alert" : undefined}>
    <p><Icon name={chain.broken ? "warning" : "done"} /> <b>{t(chain.broken ? "chain.broken" : "chain.whole")}</b></p>
    <p>{t("chain")}</p>
    <p><small>{chain.checkedAt ? t("chain.checked", { date: day(chain.checkedAt) }) : t("chain.never")}</small></p>
    {chain.faults.length > 0 ? <ul>{chain.faults.map(({ row, what }) => <li key={row}>{t("chain.fault", { row, what })}</li>)}</ul> : null}
    {chain.links.length > 0 ? <details><summary class="line">{t("chain.more")}</summary><ul>{chain.links.map((link) => <li key={link.n}>{link.holds ? "✓" : "✗"} {t("chain.link", { n: link.n, count: link.count })} <small>{minute(link.at)} · {link.hash.slice(0, 12)}…</small></li>)}</ul></details> : null}
  </section>
);
