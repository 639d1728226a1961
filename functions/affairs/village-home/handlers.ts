import { Changed, Merged } from "../../../shared/affairs/households/events.ts";
import { Expired, Published, Withdrawn } from "../../../shared/affairs/notices/events.ts";
import { contract } from "../../../shared/affairs/village-home/contract.ts";
import words from "../../../shared/affairs/village-home/words.json" with { type: "json" };
import { Answered, Left, Released, Removed } from "../../../shared/circle/guestbook/events.ts";
import { Decided, Hidden, Reported, Settled } from "../../../shared/circle/moderation/events.ts";
import { SettingChosen, VillageOpened } from "../../../shared/platform/villages/events.ts";
import { hear, implement } from "../../core/implement.ts";
import { keepGroups, keepGuest, keepLoosened, keepNotice } from "./keep-summary.ts";
import { listVillage, villages } from "./list-villages.ts";
import { mine } from "./my-home.ts";
import { profile, shownProfile } from "./profile.ts";
import { home } from "./public-home.ts";

export const handler = implement("affairs/village-home", contract, words, {
  routes: { home, mine, villages, shownProfile, profile },
  on: {
    "affairs/notices/published": hear(Published, keepNotice),
    "affairs/notices/withdrawn": hear(Withdrawn, keepNotice),
    "affairs/notices/expired": hear(Expired, keepNotice),
    "circle/guestbook/left": hear(Left, keepGuest),
    "circle/guestbook/released": hear(Released, keepGuest),
    "circle/guestbook/answered": hear(Answered, keepGuest),
    "circle/guestbook/removed": hear(Removed, keepGuest),
    "circle/moderation/reported": hear(Reported, keepGuest),
    "circle/moderation/hidden": hear(Hidden, keepGuest),
    "circle/moderation/decided": hear(Decided, keepGuest),
    "circle/moderation/settled": hear(Settled, keepGuest),
    "platform/villages/loosened": hear(SettingChosen, keepLoosened),
    "platform/villages/opened": hear(VillageOpened, listVillage),
    "affairs/households/merged": hear(Merged, (given, event) => keepGroups(given, event.data.households)),
    "affairs/households/changed": hear(Changed, async (given, { data }) => (data.what === "hazards" ? null : keepGroups(given, [data.household]))),
  },
});
