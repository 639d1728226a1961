import type { AnswerPage } from "../../../shared/alerts/answers/contract.ts";
import type { Language } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import type { Village } from "../../core/implement.ts";
import { isRunning, type Alert } from "../warnings/reads.ts";
import type { House } from "./here.ts";
import { stateByLink } from "./rules.ts";

interface Given { readonly village: Village; readonly facts: RegionFacts; readonly now: Date; readonly language: Language }

/** What an answering page shows: the warning, and of the house its number and how many sleep there. */
export const answerPage = (alert: Alert, house: House, { village, facts, now, language }: Given, by: "link" | "household"): AnswerPage => ({
  warning: alert.id, village: village.id, villageNames: village.names, no: house.no, sleepers: house.sleepers, vulnerable: house.vulnerable,
  state: by === "link" ? stateByLink(house.state) : house.state, over: !isRunning(alert, now), colour: alert.colour, hazard: alert.hazard, ask: alert.ask,
  drill: alert.status === "Exercise", headline: { zh: alert.texts.zh.headline, en: alert.texts.en.headline }, what: { zh: alert.texts.zh.what, en: alert.texts.en.what },
  issuedAt: alert.issuedAt, expires: alert.expires, from: alert.source?.issuer ?? village.names[language] ?? village.names["zh"] ?? village.id,
  phone: facts.helpPhone, emergency: facts.emergencyPhone,
});
