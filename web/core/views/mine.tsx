import { Line, Section } from "../parts/card.tsx";
import { definePage } from "../pages.ts";
import { at } from "../router.ts";
import { pick, t } from "../words.ts";
import { Waiting } from "../home/waiting.tsx";
import type { MyHome } from "../home/shape.ts";

interface Data { readonly mine: MyHome; readonly reload: () => void }

/** What of a home is the reader's own: fetched only by who has signed in. */
const Mine = ({ mine, reload }: Data) => (
  <div class="section">
    {mine.waiting.length > 0 ? <Section title={t("home.waiting")} {...(mine.waiting.length > 3 ? { link: at("me"), more: t("home.all-waiting", { n: mine.waiting.length }) } : {})}>{mine.waiting.slice(0, 3).map((thing) => <Waiting key={thing.id} thing={thing} onAnswered={reload} />)}</Section> : null}
    {mine.desk.length > 0 ? <Section title={t("home.desk")}>{mine.desk.slice(0, 7).map((each) => <Line href={at(each.where)} {...(each.overdue ? { badge: t("home.late") } : {})}>{pick(each.text)}</Line>)}</Section> : null}
    {mine.people.length > 0 ? <Section title={t("home.people")}>{mine.people.map((each) => <Line icon="heart" {...(each.where ? { href: at(each.where) } : {})}>{pick(each.text)}</Line>)}</Section> : null}
  </div>
);
export const page = definePage<Data>({ name: "core/mine", view: ({ data }) => <Mine {...data} /> });
