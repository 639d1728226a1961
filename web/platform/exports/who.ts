import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";

const are = (...wanted: readonly string[]): boolean => whosIn(here().village).some((who) => wanted.includes(who));
const POSTS = ["secretary", "director", "committee", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "doctor", "health-worker"].map((office) => `office:${office}`);
/** What is drawn for whom; the server judges. */
export const sees = {
  copies: (): boolean => are(...POSTS, "township:director"),
  asks: (): boolean => are("office:secretary", "office:committee", "office:supervisor", "township:director"),
  erases: (): boolean => are("office:secretary", "office:committee"),
};
