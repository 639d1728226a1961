/** What makes a person vulnerable, as codes; a roll may also write the Chinese words. */
export const VULNERABLE = ["alone", "bed-bound", "child", "deaf", "blind", "cannot-read", "no-phone", "pregnant", "chronic"] as const;
