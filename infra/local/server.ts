import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { pack } from "./compress.ts";
import { apiEvent, readBody, readHttp, type ApiAnswer } from "./http-event.ts";
import { phonesPage } from "./phones-page.ts";
import type { LocalMedia } from "./media.ts";
import { Sentence } from "./state.ts";
import { SAFE, siteAt, type Served } from "./static.ts";

export type PhonesRoutes = (request: IncomingMessage, response: ServerResponse, path: string, body: Buffer) => Promise<void>;
/** What the server hands requests to; set once the stack stands. */
export interface Behind {
  features: ReadonlyMap<string, FeatureHandler>;
  phones: PhonesRoutes | null;
  /** The bucket of pictures and voices, at the address its tickets name. */
  media?: LocalMedia | null;
  /** Until then only the phones take messages: the sample county is being laid out. */
  ready: boolean;
}
export interface LocalServer { readonly origin: string; stop(): Promise<void> }

const PLAIN = { ...SAFE, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };
const plain = (status: number, text: string, more: Readonly<Record<string, string>> = {}): Served => ({ status, headers: { ...PLAIN, ...more }, body: Buffer.from(`${text}\n`) });
const problem = (status: number, type: string, title: string): Served => ({ status, headers: { ...PLAIN, "content-type": "application/problem+json; charset=utf-8" }, body: Buffer.from(JSON.stringify({ type, status, title })) });
const NOT_BUILT = "The phone's side is not built: see the line above in the window where npm start runs, or run \"node infra/build/web.ts\". The API, and the phones at /phones, work without it.";
const API = /^\/(?:v1|open)\/([a-z]+\/[a-z-]+)\//;

const give = (response: ServerResponse, { status, headers, body }: Served, head: boolean): void => {
  response.writeHead(status, { ...headers, "content-length": String(body.length) }).end(head ? undefined : body);
};

const answerApi = async (request: IncomingMessage, url: URL, body: Buffer, behind: Behind): Promise<{ served: Served; cookies: readonly string[] }> => {
  const feature = behind.features.get(API.exec(url.pathname)?.[1] ?? "");
  if (!feature) return { served: problem(404, "not-found", "There is no such thing here."), cookies: [] };
  const answer = (await feature(apiEvent(readHttp(request, url, body.toString("utf8"))))) as ApiAnswer;
  const packed = await pack(Buffer.from(answer.body ?? "", answer.isBase64Encoded ? "base64" : "utf8"), String(request.headers["accept-encoding"] ?? ""));
  const headers = Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]));
  return { served: { status: answer.statusCode ?? 200, headers: { ...headers, vary: "accept-encoding", ...(packed.encoding ? { "content-encoding": packed.encoding } : {}) }, body: packed.body }, cookies: answer.cookies ?? [] };
};

/** A page of another site may not make the phones say something. */
const foreign = (request: IncomingMessage, origin: string): boolean => {
  const { origin: from, "sec-fetch-site": site } = request.headers;
  return (from !== undefined && from !== origin) || (site !== undefined && site !== "same-origin" && site !== "none");
};

const listen = (server: Server, port: number): Promise<number> => new Promise((resolve, reject) => {
  server.once("error", (error: { code?: string; message: string }) => reject(new Sentence(
    error.code === "EADDRINUSE" ? `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`
      : error.code === "EACCES" ? `This user may not listen on port ${port}. Choose one above 1024: npm start -- --port 8080` : error.message)));
  server.listen(port, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
});

/**
 * The one origin of the embedded stack, on this machine only: API and open reads to the features as API Gateway would, the built pages as the
 * CDN would, and the phones.
 * @param port 0 for any free one
 * @throws Sentence when the port is taken
 */
export const startServer = async (port: number, site: string, behind: Behind): Promise<LocalServer> => {
  const serve = siteAt(site);
  let origin = "";
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { host } = new URL(origin);
    const url = URL.parse(`${origin}${request.url ?? "/"}`);
    if (!url) return give(response, plain(400, "This is no address."), false);
    const head = request.method === "HEAD";
    if (request.headers.host === host.replace("127.0.0.1", "localhost")) return give(response, plain(308, `This village lives at ${origin}`, { location: `${origin}${url.pathname}${url.search}` }), head);
    if (request.headers.host !== host) return give(response, plain(421, `This village lives at ${origin}`), head);
    const body = await readBody(request);
    if (body === null) return give(response, problem(413, "too-large", "This is larger than 10 MB. 超过了 10 MB。"), head);
    if (url.pathname.startsWith("/phones-api/") && behind.phones) {
      if (foreign(request, origin)) return give(response, problem(403, "other-origin", "Only the phones page itself may ask this."), head);
      return behind.phones(request, response, url.pathname, body);
    }
    if (!behind.ready) return give(response, plain(503, "村子正在准备,马上就好。 The village is getting ready: a moment.", { refresh: "1", "retry-after": "1" }), head);
    if (API.test(url.pathname)) {
      const { served, cookies } = await answerApi(request, url, body, behind);
      if (cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
      return give(response, served, head);
    }
    if (behind.media && url.pathname === `/${behind.media.bucket}` && request.method === "POST") {
      const { status, code } = await behind.media.post(body, String(request.headers["content-type"] ?? ""));
      return give(response, status === 204 ? { status, headers: PLAIN, body: Buffer.alloc(0) } : { status, headers: { ...PLAIN, "content-type": "application/xml" }, body: Buffer.from(`<Error><Code>${code}</Code></Error>`) }, false);
    }
    if (/^\/(v1|open)\//.test(url.pathname)) return give(response, problem(404, "not-found", "There is no such thing here."), head);
    if (request.method !== "GET" && !head) return give(response, plain(405, "Pages are only read.", { allow: "GET, HEAD" }), head);
    const phones = url.pathname === "/phones" || url.pathname.startsWith("/phones/") ? phonesPage(url.pathname) ?? plain(404, "There is no such file.") : null;
    const page = phones ?? (await serve(url.pathname, String(request.headers["accept-encoding"] ?? ""))) ?? plain(503, NOT_BUILT);
    return give(response, page, head);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
      if (!response.headersSent) give(response, problem(500, "unexpected", "Something went wrong here."), false);
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  const real = await listen(server, port);
  origin = `http://127.0.0.1:${real}`;
  return { origin, stop: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }) };
};
