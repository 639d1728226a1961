import { at } from "../router.ts";

/** The page on which words that break a rule are reported; `path` is the address of what is meant. */
export const reportOf = (path: string): string => `${at("circle/moderation/new")}?about=${encodeURIComponent(path)}`;
/** A quiet way there beside what somebody wrote; it is nothing to print. */
export const ReportLink = ({ path, label }: { path: string; label: string }) => <a class="call unprinted" href={reportOf(path)}>{label}</a>;
