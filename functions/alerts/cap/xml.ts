import { SaxesParser } from "saxes";
import type { CapRefusalCode } from "../../../shared/alerts/cap/problem-codes.ts";

/** An element with its own text and its children; line and column (both from 1) are where it begins. */
export interface XmlNode {
  readonly name: string;
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  text: string;
  readonly children: XmlNode[];
}

/** A message that is not taken at all, with the place of the fault. Caught by `readCap`. */
export class CapRefused extends Error {
  readonly code: CapRefusalCode;
  readonly line: number;
  readonly column: number;
  constructor(code: CapRefusalCode, place: { line: number; column: number }, detail: string) {
    super(detail);
    this.code = code;
    this.line = place.line;
    this.column = place.column;
  }
}

/** CAP nests five deep and a signature a few more; without a bound, resolving namespaces in a deep nest takes minutes. */
const DEEPEST = 32;
const XINCLUDE = ["http://www.w3.org/2001/XInclude", "http://www.w3.org/2003/XInclude"];

/**
 * Reads XML into a tree. Nothing is ever fetched: a DOCTYPE (and with it every entity declaration), a processing instruction
 * or an XInclude element ends the reading at once.
 * @throws CapRefused with code `not-xml`, `doctype` or `not-cap` (nested too deep)
 */
export const parseXml = (xml: string): XmlNode => {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  let begun = { line: 1, column: 1 };
  const here = () => ({ line: parser.line, column: Math.max(1, parser.column) });
  parser.on("doctype", (body) => { throw new CapRefused("doctype", { line: parser.line - body.split("\n").length + 1, column: 1 }, "DOCTYPE"); });
  parser.on("processinginstruction", ({ target }) => { throw new CapRefused("doctype", here(), `<?${target}`); });
  parser.on("opentagstart", ({ name }) => {
    begun = { line: parser.line, column: parser.column - name.length - 1 };
    if (open.length >= DEEPEST) throw new CapRefused("not-cap", begun, name);
  });
  parser.on("opentag", ({ local, uri }) => {
    if (XINCLUDE.includes(uri)) throw new CapRefused("doctype", begun, "XInclude");
    const node: XmlNode = { name: local, uri, ...begun, text: "", children: [] };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on("closetag", () => { open.pop(); });
  const add = (text: string) => { const node = open.at(-1); if (node) node.text += text; };
  parser.on("text", add);
  parser.on("cdata", add);
  try {
    parser.write(xml).close();
  } catch (fault) {
    if (fault instanceof CapRefused) throw fault;
    // Without a handler of its own the parser throws its faults as "line:column: sentence".
    throw new CapRefused("not-xml", here(), fault instanceof Error ? fault.message.replace(/^\d+:\d+:\s*/, "") : "");
  }
  if (!root) throw new CapRefused("not-xml", here(), "");
  return root;
};

const BOMS: readonly (readonly [string, readonly number[]])[] = [["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

/**
 * Bytes as text in the encoding they say they are in (Chinese feeds still come as GBK), else UTF-8.
 * @throws CapRefused `not-xml` when the bytes are not in that encoding or the encoding has no known name
 */
export const decode = (bytes: Uint8Array): string => {
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const label = bom ?? /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new CapRefused("not-xml", { line: 1, column: 1 }, label);
  }
};
