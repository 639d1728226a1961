import type { BoardLine } from "../../../shared/alerts/roll-call/contract.ts";
import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import { colourNames, hazards, type Colour, type Hazard } from "../../../shared/alerts/warnings/hazards.ts";

/** The running report as plain text to copy: every 30 minutes of a warning. */
export const reportOf = (words: WordsFile, language: Language, facts: { hazard: Hazard; colour: Colour; time: string }, totals: Omit<BoardLine, "village" | "names" | "onDuty">, lines: readonly BoardLine[]): string => {
  const nameOf = (line: BoardLine): string => line.names[language] ?? line.names["zh"] ?? line.village;
  const unmanned = lines.filter((line) => line.onDuty.length === 0).map(nameOf);
  const numbers = (line: Omit<BoardLine, "village" | "names" | "onDuty">) => ({ households: line.households, told: line.told, answered: line.answered, moved: line.moved, open: line.open, vulnerableOpen: line.vulnerableOpen, helpUntaken: line.helpUntaken });
  return [
    say(words, language, "report.title", { colour: colourNames[facts.colour][language], hazard: hazards[facts.hazard].name[language], time: facts.time }),
    say(words, language, "report.line", numbers(totals)),
    ...lines.filter((line) => line.open > 0 || line.helpUntaken > 0 || line.onDuty.length === 0).map((line) => say(words, language, "report.village", { ...numbers(line), village: nameOf(line), help: line.helpUntaken + line.helpTaken, duty: line.onDuty.join("、") || say(words, language, "nobody") })),
    ...(unmanned.length ? [say(words, language, "report.nobody", { villages: unmanned.join("、") })] : []),
  ].join("\n");
};
