/** Where a household stands in a warning, from not reached to accounted for. */
export const ROLL_STATES = [
  "not-reached", // nothing has arrived as far as we know
  "answered", // said "got it" or anything else, not more
  "needs-help", // a call for help nobody has taken
  "helper-coming", // somebody has taken it
  "stayed", // someone stayed or came back
  "partly-moved", // fewer left than sleep there, or a vulnerable person not seen
  "moved", // all of them left
  "safe", // seen safe by a helper, at a shelter, or by a relative in person
  "away", // not in the village (who says so)
  "empty", // an empty house, checked on a date
  "refused", // will not leave, with a named witness
] as const;
export type RollState = (typeof ROLL_STATES)[number];

/** What a household, a relative or a helper can say. */
export const FACTS = ["left", "help", "stayed", "away", "got-it", "something", "safe", "empty", "refused", "helper-coming"] as const;
export type Fact = (typeof FACTS)[number];

/** How the word came, and so how much it weighs. */
export const CHANNELS = ["web", "sms", "link", "card", "door", "relative", "helper", "paper"] as const;
export type Channel = (typeof CHANNELS)[number];
