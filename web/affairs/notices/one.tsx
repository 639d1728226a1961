import { call } from "../../core/client/client.ts";
import { nameOf } from "../../core/names.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { printPage } from "../../core/print-page.ts";
import { at, here } from "../../core/router.ts";
import { Talk } from "../../core/talk/talk.tsx";
import { t } from "../../core/words.ts";
import { Know } from "./know.tsx";
import { isApprover, isCadre, isVillager, isWriter, seenBy } from "./notice.ts";
import type { Mine, Office, Shown } from "./notice.ts";
import { Draft, History, Particulars } from "./office.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { Sheet } from "./sheet.tsx";
import { WhoKnows } from "./who-knows.tsx";

const FEATURE = "affairs/notices";
interface Found { readonly shown: Shown; readonly mine: Mine | undefined; readonly office: Office | undefined; readonly group: string | undefined }
const gone = (): undefined => undefined;

/** As much of a notice as the reader may see: a guest, a household, an office. */
const read = async (id: string): Promise<Found> => {
  const [mine, office] = await Promise.all([
    isVillager() ? call(FEATURE, "forMe", { params: { id }, quiet: true }).catch(gone) : undefined,
    isApprover() ? call(FEATURE, "forOffice", { params: { id }, quiet: true }).catch(gone) : undefined,
  ]);
  const shown = office ?? mine ?? (await call(FEATURE, "one", { params: { id } }));
  const group = shown.state === "published" && (mine || office) ? await call(FEATURE, "groupText", { params: { id }, quiet: true }).catch(gone) : undefined;
  return { shown, mine, office, group };
};
const plainText = ({ title, text }: Shown): string => [`【${nameOf(here().village)}】${title}`, "", text, "", location.href].join("\n");

const Published = ({ found: { shown, mine, office, group }, reload }: { found: Found; reload: () => void }) => {
  const running = shown.state === "published";
  return (
    <>
      <Sheet notice={shown} audience={office ? seenBy(office.audience) : mine ? "village" : "public"} />
      {office ? <><Particulars notice={office} /><History notice={office} /></> : null}
      {shown.state === "withdrawn" ? null : (
        <>
          <ReadAloud text={shown.readAloud} />
          <div class="row"><CopyButton text={() => group ?? plainText(shown)} label={t(group ? "copy.group" : "copy.guest")} /><Button icon="print" onPress={printPage}>{t("print")}</Button></div>
        </>
      )}
      {isCadre() && shown.kind === "must-read" && shown.publishedAt ? <WhoKnows id={shown.id} /> : null}
      {office && isWriter() && running ? <ReasonForm id={shown.id} step="withdraw" label={t("withdraw.reason")} onDone={reload} /> : null}
      <LinkButton href={at(FEATURE)}>{t("to-list")}</LinkButton>
      {shown.publishedAt ? <Talk thing={shown.id} /> : null}
      {running && mine && mine.known !== null ? <Know id={shown.id} known={mine.known} /> : null}
    </>
  );
};

/** One notice, large; what a household answers; what an office does with it. */
export const One = ({ id }: { id: string }) => {
  const found = useLoad(() => read(id), [id]);
  return <State of={found}>{(all) => all.office && (all.office.state === "draft" || all.office.state === "approved") ? <Draft notice={all.office} reload={found.reload} /> : <Published found={all} reload={found.reload} />}</State>;
};
