import { Table, Tiles } from "../../core/parts/board.tsx";
import { Section } from "../../core/parts/card.tsx";
import { t } from "../../core/words.ts";
import type { Preview } from "./village.ts";

/** What a table holds before anything is kept: counts, the lines that cannot be taken and why, and how the first ones will stand. */
export const RollPreview = ({ preview }: { preview: Preview }) => {
  const bad = preview.bad.length + preview.moreBad;
  return (
    <>
      <Tiles tiles={[{ figure: preview.lines, label: t("roll.lines") }, { figure: preview.good, label: t("roll.ok"), tone: "good" }, { figure: bad, label: t("roll.wrong"), ...(bad > 0 ? { tone: "careful" as const } : {}) }]} />
      <p>{t("roll.new", { households: preview.newHouseholds, people: preview.newPeople })}</p>
      {preview.ignored.length > 0 ? <p class="card careful">{t("roll.ignored", { columns: preview.ignored.join("、") })}</p> : null}
      {preview.shared.map(({ phone, households }) => <p class="card careful" key={phone}>{t("roll.shared", { phone, households })}</p>)}
      {bad > 0 ? (
        <Section title={t("roll.problems")}>
          <p class="hush">{t("roll.bad", { count: bad })}</p>
          <div class="sheet">{preview.bad.map(({ line, field, text }) => <p class="line" key={`${line}${field}`}>{text}</p>)}</div>
          {preview.moreBad > 0 ? <p class="hush">{t("roll.more", { count: preview.moreBad })}</p> : null}
        </Section>
      ) : null}
      {preview.sample.length > 0 ? <Table caption={t("roll.sample")} head={[t("column.line"), t("column.house"), t("column.group"), t("column.name"), t("column.phone"), t("column.sleeps-here")]}
        rows={preview.sample.map(({ line, house, group, name, phone, sleepsHere }) => [String(line), house, group, name, phone ?? "–", t(sleepsHere ? "yes" : "no")])} /> : null}
    </>
  );
};
