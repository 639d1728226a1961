import { createServer } from "node:http";

export interface TestMessage { readonly to: string; readonly text: string; readonly purpose: string; readonly context?: string; readonly id: string }
export interface TestPhones {
  readonly address: string;
  readonly messages: TestMessage[];
  /** What the next sends answer: a status for each, then 200 again. */
  readonly fail: number[];
  to(number: string): TestMessage[];
  stop(): Promise<void>;
}

/** The phones of a test: a loopback server that keeps what is sent and can refuse as a carrier would. */
export const startPhones = async (): Promise<TestPhones> => {
  const messages: TestMessage[] = [];
  const fail: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const status = fail.shift() ?? 200;
      const id = `m${messages.length + 1}`;
      if (status === 200) messages.push({ ...(JSON.parse(Buffer.concat(chunks).toString("utf8")) as TestMessage), id });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`, messages, fail, to: (number) => messages.filter((each) => each.to === number),
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
};
