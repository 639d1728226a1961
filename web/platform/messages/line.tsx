import type { Answer } from "../../core/client/types.ts";
import { Line } from "../../core/parts/card.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";

export const FEATURE = "platform/messages";
export type Told = Answer<typeof FEATURE, "mine">["items"][number];
export type Wishes = Answer<typeof FEATURE, "wishes">;

/** One line that concerns the reader; a new one says so in a word. */
export const ToldLine = ({ line }: { line: Told }) => <Line href={at(line.where)} note={when(line.at)} {...(line.read ? {} : { badge: t("new") })}>{pick(line.text)}</Line>;
