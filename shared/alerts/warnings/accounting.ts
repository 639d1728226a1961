import type { Colour, Hazard } from "./hazards.ts";

/**
 * Who must be accounted for (setting 1 of the list of functions): in orange and red, everybody; in heat and cold the vulnerable, once a day;
 * in yellow and blue nobody.
 */
export const mustAccount = (hazard: Hazard, colour: Colour): "everybody" | "vulnerable" | "nobody" =>
  colour === "blue" || colour === "yellow" ? "nobody" : hazard === "heat" || hazard === "cold" ? "vulnerable" : "everybody";
