import { contract } from "../../../shared/affairs/notices/contract.ts";
import { Published } from "../../../shared/affairs/notices/events.ts";
import words from "../../../shared/affairs/notices/words.json" with { type: "json" };
import { hear, implement } from "../../core/implement.ts";
import { countGroups } from "./count-groups.ts";
import { know, knowFor, whoKnows } from "./know.ts";
import { moves } from "./moves.ts";
import { Notice } from "./rows.ts";
import { forMe, groupText, list, mine, one, past } from "./read.ts";
import { officeView } from "./view.ts";
import { all, draft, edit, forOffice } from "./write.ts";

export const handler = implement("affairs/notices", contract, words, {
  routes: { list, past, mine, all, draft, edit, one, forMe, forOffice, groupText, know, knowFor, whoKnows },
  lifecycle: {
    kind: Notice,
    sees: () => true,
    view: (notice, caller) => officeView(notice, caller.person),
    clocks: { end: (notice) => (notice.until && notice.key ? new Date(notice.until) : null) },
    moves,
  },
  on: { "affairs/notices/published": hear(Published, countGroups) },
});
