import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly ip: string;
  readonly body?: string;
}

/** A request as API Gateway (HTTP API, payload 2.0) hands it to a function; only what our functions read is filled. */
export const apiEvent = ({ method, path, query, headers, cookies, ip, body }: ApiRequest): APIGatewayProxyEventV2 => ({
  version: "2.0", routeKey: "$default", rawPath: path, rawQueryString: new URLSearchParams(query).toString(), headers: { ...headers }, cookies: [...cookies],
  ...(query && Object.keys(query).length > 0 ? { queryStringParameters: { ...query } } : {}), ...(body ? { body } : {}), isBase64Encoded: false,
  requestContext: {
    accountId: "000000000000", apiId: "local", domainName: "127.0.0.1", domainPrefix: "local", requestId: "local", routeKey: "$default", stage: "$default", time: "", timeEpoch: 0,
    http: { method, path, protocol: "HTTP/1.1", sourceIp: ip, userAgent: headers["user-agent"] ?? "" },
  },
});

/** The parts of an incoming request that an event is made of. A forwarding header is dropped: nobody stands before this server. */
export const readHttp = (request: IncomingMessage, url: URL, body: string): ApiRequest => {
  const { cookie, "x-forwarded-for": _forged, ...headers } = request.headers;
  return {
    method: request.method ?? "GET", path: url.pathname, query: Object.fromEntries(url.searchParams), ip: request.socket.remoteAddress ?? "127.0.0.1", body,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value ?? ""])),
    cookies: (cookie ?? "").split(";").map((each) => each.trim()).filter(Boolean),
  };
};

export type ApiAnswer = APIGatewayProxyStructuredResultV2;

const MOST = 10 * 1024 * 1024;
/** Reads a body; null when it is larger than HTTP APIs take (10 MB). What is beyond is read and thrown away, so that the refusal arrives. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
    else if (size > 4 * MOST) { request.destroy(); return null; }
  }
  return size > MOST ? null : Buffer.concat(chunks);
};
