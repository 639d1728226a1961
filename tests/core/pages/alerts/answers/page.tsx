import { useState } from "preact/hooks";
import { callLoosely } from "../../../../../web/core/client/client.ts";
import { definePage } from "../../../../../web/core/pages.ts";
import { WarningScreen } from "../../../../../web/core/warning/screen.tsx";
import type { WarningScreenProps } from "../../../../../web/core/warning/screen.tsx";

interface Data { readonly warning: WarningScreenProps["warning"]; readonly sleepers: number }
const Answers = ({ data, code }: { data: Data; code: string }) => {
  const [said, say] = useState<WarningScreenProps["said"] | undefined>();
  return <WarningScreen {...data} phone="0737-1234567" {...(said ? { said } : {})} answer={async (answer) => { await callLoosely("alerts/answers", "byLink", { params: { code }, body: answer }); say({ answer, state: "told" }); }} />;
};
export const page = definePage<Data>({ name: "alerts/answers", bare: true, load: (here) => callLoosely("alerts/answers", "page", { params: { code: here.rest[0] ?? "" } }) as Promise<Data>, view: ({ data, here }) => <Answers data={data} code={here.rest[0] ?? ""} /> });
