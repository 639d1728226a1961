/** How the engine asks for the next number of its stream, for every row it writes: over everything the stream ever held. */
const NUMBER = "CAST(sequence_number AS INTEGER)";

/**
 * Gives the file of an embedded DynamoDB an index over its stream. Without one each write looks through every change the file ever kept:
 * a county that people try for months would write more slowly each day. An aid only: a Node without SQLite, or an engine that keeps its
 * stream otherwise, writes as it did.
 * @param file the engine's rows; the engine has answered, so its own tables stand
 * @returns whether the index stands
 */
export const indexStream = async (file: string): Promise<boolean> => {
  try {
    const { DatabaseSync } = await import("node:sqlite");
    const rows = new DatabaseSync(file, { timeout: 2_000 });
    try { rows.exec(`CREATE INDEX IF NOT EXISTS wecountry_stream_number ON _stream_records (table_name, ${NUMBER})`); } finally { rows.close(); }
    return true;
  } catch { return false; }
};
