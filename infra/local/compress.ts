import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const LEAST = 1024;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

export interface Packed { readonly body: Buffer; readonly encoding: "br" | "gzip" | null }

/** A body as small as the reader's browser can take it. @param hard whether it is kept and worth the effort */
export const pack = async (body: Buffer, accepts: string | undefined, hard = false): Promise<Packed> => {
  if (body.length < LEAST) return { body, encoding: null };
  if (/\bbr\b/.test(accepts ?? "")) return { body: await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: hard ? 11 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }), encoding: "br" };
  if (/\bgzip\b/.test(accepts ?? "")) return { body: await zip(body), encoding: "gzip" };
  return { body, encoding: null };
};
