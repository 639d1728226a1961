/** As many letters as one roll may have. */
export const MOST = 262_144;

/**
 * The text of a table file. Spreadsheets in China save CSV as GB 18030 unless told otherwise: what is not UTF-8 is read as that.
 * Undefined when it is neither, or no text at all.
 */
export const readTable = async (file: Blob): Promise<string | undefined> => {
  const bytes = await file.arrayBuffer();
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\u0000")) return text;
    } catch { /* another encoding */ }
  }
  return undefined;
};
