/** What only platform/exports may do: walk over all rows of a village, of whichever feature they are. */
export { chainHead, linesAround, linesOfPeople, walkVillage } from "./export.ts";
export type { Head, Line } from "./export.ts";
export { csvOf } from "./export-csv.ts";
export { readLines, writeLines } from "./export-in.ts";
export type { BadLine } from "./export-in.ts";
export { eraseAround, eraseVillagePage, rowsNaming } from "./erase.ts";
export { files, sha256 } from "./files.ts";
export { allKinds, kindOf, prefixOf } from "./kinds.ts";
export { verifyPartition } from "./verify.ts";
