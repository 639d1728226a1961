/** A file of an archive. */
export interface Packed { readonly name: string; readonly text: string }

let table: Uint32Array | undefined;
const crc32 = (bytes: Uint8Array): number => {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c; });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

const UTF8 = 0x0800;
const record = (size: number, fill: (view: DataView) => void): Uint8Array<ArrayBuffer> => { const bytes = new Uint8Array(size); fill(new DataView(bytes.buffer)); return bytes; };
const DAY_ONE = 33;

/** Puts texts into one zip archive, not made smaller: every computer opens it without a program of ours (PKWARE APPNOTE 6.3.10, §4.3). */
export const zipOf = (files: readonly Packed[]): Blob => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const file of files) {
    const [name, data] = [new TextEncoder().encode(file.name), new TextEncoder().encode(file.text)];
    const crc = crc32(data);
    const sizes = (view: DataView, from: number): void => { view.setUint32(from, crc, true); view.setUint32(from + 4, data.length, true); view.setUint32(from + 8, data.length, true); view.setUint16(from + 12, name.length, true); };
    parts.push(record(30, (view) => { view.setUint32(0, 0x04034b50, true); view.setUint16(4, 20, true); view.setUint16(6, UTF8, true); view.setUint16(12, DAY_ONE, true); sizes(view, 14); }), name, data);
    list.push(record(46, (view) => { view.setUint32(0, 0x02014b50, true); view.setUint16(4, 20, true); view.setUint16(6, 20, true); view.setUint16(8, UTF8, true); view.setUint16(14, DAY_ONE, true); sizes(view, 16); view.setUint32(42, at, true); }), name);
    at += 30 + name.length + data.length;
  }
  const size = list.reduce((sum, each) => sum + each.length, 0);
  const end = record(22, (view) => { view.setUint32(0, 0x06054b50, true); view.setUint16(8, files.length, true); view.setUint16(10, files.length, true); view.setUint32(12, size, true); view.setUint32(16, at, true); });
  return new Blob([...parts, ...list, end], { type: "application/zip" });
};

const inflate = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();

/** The texts of an archive by name, packed by us or packed again by a computer. @throws Error when it is no archive */
export const unzip = async (file: Blob): Promise<Map<string, string>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("no archive");
  const found = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    const [method, size, named] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named));
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = bytes.subarray(from, from + size);
    if (!name.endsWith("/")) found.set(name.split("/").at(-1)!, method === 0 ? new TextDecoder().decode(data) : await inflate(data));
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
};

const TABLE = /^(table|media)-([A-Z]+)-(\d+)\.csv$/;
/** The files of a copy as people find them: rows by kind and number, and one table a kind, whose parts are joined under one heading. */
export const arranged = (files: readonly Packed[]): Packed[] => {
  const tables = new Map<string, string>();
  const rest = files.flatMap((file): Packed[] => {
    const part = TABLE.exec(file.name);
    if (!part) return [{ name: file.name.endsWith(".jsonl") ? `rows/${file.name}` : file.name, text: file.text }];
    const name = part[1] === "media" ? `media-${part[2]}.csv` : `tables/${part[2]}.csv`;
    tables.set(name, tables.has(name) ? tables.get(name)! + file.text.slice(file.text.indexOf("\r\n") + 2) : `\ufeff${file.text}`);
    return [];
  });
  return [...rest, ...[...tables].map(([name, text]) => ({ name, text }))];
};

/** Hands a file to whoever holds the phone. */
export const save = (name: string, file: Blob): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
