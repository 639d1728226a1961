/** What villages are warned of. */
export const HAZARDS = ["flood", "flash-flood", "landslide", "heat", "cold", "wind", "thunderstorm", "fire", "other"] as const;
export type Hazard = (typeof HAZARDS)[number];
/** From least to worst. Always said as a word too, never by colour alone. */
export const COLOURS = ["blue", "yellow", "orange", "red"] as const;
export type Colour = (typeof COLOURS)[number];
export const colourNames: Readonly<Record<Colour, { readonly zh: string; readonly en: string }>> = {
  blue: { zh: "蓝色", en: "Blue" }, yellow: { zh: "黄色", en: "Yellow" }, orange: { zh: "橙色", en: "Orange" }, red: { zh: "红色", en: "Red" },
};
/** What people are asked to do; what counts as accounted for depends on it. */
export const ASKS = ["leave", "shelter", "care", "stay-alert"] as const;
export type Ask = (typeof ASKS)[number];

export interface HazardFacts {
  readonly name: { readonly zh: string; readonly en: string };
  /** The colours this hazard has: China's heat signals have no blue. */
  readonly colours: readonly Colour[];
  /** Hours after which a warning is usually over; a longer one is pointed out. */
  readonly lifeHours: number;
  /** What is asked unless the duty officer says otherwise. */
  readonly ask: Readonly<Record<Colour, Ask>>;
}

/** Water and earth come fast in the hills: orange already asks to leave. A river rises slowly: orange asks to be ready. */
const FAST = { blue: "stay-alert", yellow: "stay-alert", orange: "leave", red: "leave" } as const;
const SLOW = { blue: "stay-alert", yellow: "stay-alert", orange: "stay-alert", red: "leave" } as const;
const INDOORS = { blue: "stay-alert", yellow: "stay-alert", orange: "shelter", red: "shelter" } as const;

/** The facts of each hazard. Lives: setting 20 of the list of functions (flood 24 h, heat 72 h, others 48 h). */
export const hazards: Readonly<Record<Hazard, HazardFacts>> = {
  flood: { name: { zh: "洪水", en: "flood" }, colours: COLOURS, lifeHours: 24, ask: SLOW },
  "flash-flood": { name: { zh: "山洪", en: "flash flood" }, colours: COLOURS, lifeHours: 24, ask: FAST },
  landslide: { name: { zh: "山体滑坡", en: "landslide" }, colours: COLOURS, lifeHours: 24, ask: FAST },
  heat: { name: { zh: "高温", en: "heat" }, colours: ["yellow", "orange", "red"], lifeHours: 72, ask: { blue: "stay-alert", yellow: "care", orange: "care", red: "care" } },
  cold: { name: { zh: "低温", en: "cold" }, colours: COLOURS, lifeHours: 48, ask: { blue: "stay-alert", yellow: "stay-alert", orange: "care", red: "care" } },
  wind: { name: { zh: "大风", en: "strong wind" }, colours: COLOURS, lifeHours: 48, ask: INDOORS },
  thunderstorm: { name: { zh: "雷暴", en: "thunderstorm" }, colours: COLOURS, lifeHours: 48, ask: INDOORS },
  fire: { name: { zh: "火灾", en: "fire" }, colours: COLOURS, lifeHours: 48, ask: FAST },
  other: { name: { zh: "险情", en: "danger" }, colours: COLOURS, lifeHours: 48, ask: INDOORS },
};

/** The colour itself where the hazard has it, else the next worse. @example colourFor("heat", "blue") // "yellow" */
export const colourFor = (hazard: Hazard, colour: Colour): Colour =>
  COLOURS.slice(COLOURS.indexOf(colour)).find((each) => hazards[hazard].colours.includes(each)) ?? "red";
