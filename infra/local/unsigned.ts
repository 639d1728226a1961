/** Region and keys of every client of the embedded engines: they ask for some, and check none. */
export const LOCAL = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** For clients of the embedded engines, which want to see a signature and check none: a fifth of a small call's time goes into a real one. */
export interface Unsigned { readonly signer: { sign<R>(request: R): Promise<R> } }

const WORDS = { authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none", "x-amz-date": "20260101T000000Z" };
export const UNSIGNED: Unsigned = {
  signer: {
    sign: async (request) => {
      Object.assign((request as { headers: Record<string, string> }).headers, WORDS);
      return request;
    },
  },
};
