/** The one fenced file: what a test reads out of an answer, before it asserts what it is. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;
