import { call } from "../../core/client/client.ts";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";

/** What was open when posts changed hands, for who holds them now. */
export const Handovers = () => {
  const { data } = useLoad(() => call("platform/offices", "handovers", { query: { limit: 10 } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t("handovers")}>
      {data.items.map(({ titles, from, to, at: when, open, more }) => (
        <Card key={`${when}${to}`} title={t("handovers.line", { office: pick(titles), from, to, date: day(when) })}>
          <p>{t(open.length > 0 ? "handovers.open" : "handovers.none")}</p>
          {open.map(({ text, where }, n) => <Line key={n} href={at(where)}>{pick(text)}</Line>)}
          {more > 0 ? <p class="meta">{t("handovers.more", { n: more })}</p> : null}
        </Card>
      ))}
    </Section>
  );
};
