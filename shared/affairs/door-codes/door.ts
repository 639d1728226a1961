/** The letters of a door's code: no 0, 1, i, l, o, u to misread. */
export const LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
/** Eight of thirty letters: 656 thousand million codes, so that nobody finds one of a village's by guessing. */
export const CODE_LENGTH = 8;
export const PLATE_STATES = ["issued", "active", "reported-lost", "replaced"] as const;
/** What somebody at a stranger's door may report while a warning lasts. */
export const REPORTS = ["help", "left"] as const;
