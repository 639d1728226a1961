import { LinkButton } from "../../core/parts/button.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { t } from "../../core/words.ts";

/** A secret that is never shown again. It stands on no paper and in no draft. */
export const ShownOnce = ({ title, note, secret, done }: { title: string; note: string; secret: string; done: string }) => (
  <>
    <h1>{title}</h1>
    <section class="card careful noprint" role="status"><p>{note}</p><p><code class="address">{secret}</code></p><CopyButton text={() => secret} label={t("copy")} /></section>
    <LinkButton kind="primary" icon="done" href={done}>{t("kept")}</LinkButton>
  </>
);
