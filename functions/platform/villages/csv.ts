/** One record of a file: its cells, and the number of the line it begins on, as a spreadsheet counts. */
export interface CsvRecord { readonly line: number; readonly cells: readonly string[] }

const DELIMITERS = [",", "\t", ";"] as const;
const delimiterOf = (text: string): string => {
  const head = text.slice(0, /\r|\n/.exec(text)?.index ?? text.length);
  return DELIMITERS.toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
};

/**
 * Reads a file of comma-separated values (RFC 4180): quoted cells, doubled quotes, line breaks within quotes, a byte-order mark, CRLF,
 * LF or CR. Spreadsheets that write tabs or semicolons are understood by the first line. Empty lines are left out.
 */
export const readCsv = (file: string): CsvRecord[] => {
  const text = file.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(text);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endCell = (): void => { cells.push(cell); cell = ""; };
  const endRecord = (): void => {
    endCell();
    if (cells.some((each) => each.trim() !== "")) records.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    const breaks = letter === "\n" || (letter === "\r" && text[i + 1] !== "\n");
    if (breaks) line++;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') { cell += '"'; i++; } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") { cell = ""; quoted = true; } else if (letter === delimiter) endCell();
    else if (breaks) endRecord();
    else if (letter !== "\r") cell += letter;
  }
  endRecord();
  return records;
};
