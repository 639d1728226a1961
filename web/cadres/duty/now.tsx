import { Card, Section } from "../../core/parts/card.tsx";
import { Icon } from "../../core/parts/icon.tsx";
import { pick, t } from "../../core/words.ts";
import { dial, moment } from "./duty.ts";
import type { Board } from "./duty.ts";

/** The number stands beside the button, so that paper has it too. */
const Call = ({ phone, label, quiet }: { phone: string; label: string; quiet?: boolean }) => <><p><b>{phone}</b></p><a class={`button ${quiet ? "plain" : "primary"}`} href={dial(phone)}><Icon name="phone" /><span>{label}</span></a></>;

/** Who answers this minute: the page's one main button calls them. */
export const Now = ({ now }: Pick<Board, "now">) => (
  <Card title={now.kind === "person" ? `${t("now")}：${now.name}` : t(`now.${now.kind}`)} tone={now.kind === "nobody" ? "careful" : "good"}>
    {now.until ? <p>{t("until", { when: moment(now.until) })}</p> : null}
    {now.phone ? <Call phone={now.phone} label={now.kind === "person" ? t("call", { name: now.name }) : t(now.kind === "night" ? "call.night" : "call.office")} /> : <p class="hush">{t("now.none")}</p>}
  </Card>
);

/** Who does what; pressed, it calls. */
export const Cards = ({ cards }: Pick<Board, "cards">) => (
  <Section title={t("cards")}>
    {cards.length === 0 ? <p class="hush">{t("cards.empty")}</p> : cards.map(({ person, name, offices, matters, phone, own }) => (
      <article class="card" key={person}>
        <p><b>{name}</b> <small>{offices.map(({ titles, office }) => pick({ zh: titles["zh"] ?? office, en: titles["en"] ?? office })).join(" · ")}</small></p>
        <p>{matters || <span class="hush">{t("matters.none")}</span>}</p>
        {phone ? <><Call phone={phone} label={t("call", { name })} quiet />{own ? null : <p><small>{t("office-number")}</small></p>}</> : null}
      </article>
    ))}
  </Section>
);

const span = ({ from, to }: { from: string; to: string }) => ({ from: moment(from), to: moment(to) });
/** Hours nobody has and hours two have, in words. */
export const Warnings = ({ gaps, overlaps }: Pick<Board, "gaps" | "overlaps">) => (
  <>{gaps.slice(0, 7).map((each) => <p class="overdue" key={each.from}>{t("gap", span(each))}</p>)}{overlaps.map((each) => <p class="overdue" key={`two${each.from}`}>{t("overlap", span(each))}</p>)}</>
);
/** The next days, in their order. */
export const Roster = ({ board }: { board: Board }) => (
  <Section title={t("roster")}>
    {board.shifts.length === 0 ? <p class="hush">{t("roster.empty")}</p> : <ul class="list">{board.shifts.slice(0, 14).map((shift) => <li key={shift.id}><div class="line"><span class="grow"><span>{shift.name}</span><small>{moment(shift.from)} – {moment(shift.to)}</small></span></div></li>)}</ul>}
    {board.startsAt ? <p class="hush">{t("starting", { when: moment(board.startsAt) })}</p> : <Warnings gaps={board.gaps} overlaps={board.overlaps} />}
  </Section>
);
