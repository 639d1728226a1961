/** A form with one file, as browsers post it (RFC 7578). Names are lower-cased: S3 does not tell them apart by case. */
export interface Form { readonly fields: ReadonlyMap<string, string>; readonly file: Buffer }

const GAP = Buffer.from("\r\n\r\n");
/** Reads a multipart form; null when it is none, is cut off, or holds no file. What stands after the file is not read, as S3 has it. */
export const readForm = (body: Buffer, contentType: string): Form | null => {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1];
  if (!boundary) return null;
  const [line, next] = [Buffer.from(`--${boundary}`), Buffer.from(`\r\n--${boundary}`)];
  const fields = new Map<string, string>();
  for (let at = body.indexOf(line); at !== -1;) {
    const head = body.indexOf(GAP, at);
    const end = head === -1 ? -1 : body.indexOf(next, head + GAP.length);
    if (head === -1 || end === -1) return null;
    const name = /name="([^"]*)"/i.exec(body.toString("utf8", at, head))?.[1]?.toLowerCase();
    if (name === undefined) return null;
    const value = body.subarray(head + GAP.length, end);
    if (name === "file") return { fields, file: value };
    fields.set(name, value.toString("utf8"));
    at = end + 2;
  }
  return null;
};
