import { environment } from "./environment.ts";

/** Who signs an upload: the keys of the role that may put objects where uploads arrive. */
export interface Signer { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string | undefined; readonly region: string }

/** The bucket of pictures and voices, as the one feature that needs it sees it. */
export interface ObjectStore {
  readonly bucket: string;
  /** Null when there is none. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** One that is not there counts as removed. */
  remove(keys: readonly string[]): Promise<void>;
  signer(): Promise<Signer>;
}

/** The region's bucket on AWS. */
export const s3Objects = async (Bucket: string): Promise<ObjectStore> => {
  const { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } = await import("@aws-sdk/client-s3");
  const client = new S3Client({ maxAttempts: 4 });
  return {
    bucket: Bucket,
    get: async (Key) => {
      try {
        const found = await client.send(new GetObjectCommand({ Bucket, Key }));
        return (await found.Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if ((error as Error).name === "NoSuchKey") return null;
        throw error;
      }
    },
    put: async (Key, Body, ContentType) => { await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType })); },
    remove: async (keys) => { await Promise.all(keys.map((Key) => client.send(new DeleteObjectCommand({ Bucket, Key })))); },
    signer: async () => ({ ...(await client.config.credentials()), region: await client.config.region() }),
  };
};

let store: Promise<ObjectStore> | undefined;
/** The store of this process. */
export const objects = (): Promise<ObjectStore> => (store ??= s3Objects(environment().media));
/** Puts another in its place: the embedded stack, a test. */
export const useObjects = (other: ObjectStore): void => { store = Promise.resolve(other); };
