import type { JWK } from "jose";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import { forgetSecrets, keepSecret, secret } from "./secrets.ts";

/** What a session token says; everything else about a person is read fresh. */
export interface Session {
  readonly person: string; readonly device: string; readonly village: string | null;
  /** With a household card: the one matter it was shown for. */
  readonly card?: string | undefined;
}

const AUDIENCE = "wecountry";
/** A token's life; after it the phone shows its refresh token. */
export const TOKEN_SECONDS = 600;

interface PublicKeys { readonly keys: readonly (JWK & { kid: string })[]; readonly until: number }
let published: PublicKeys | undefined;
const ROW = { pk: "R#", sk: "KEYS#" };

const issuer = (): string => `wecountry/${environment().region.name}`;

const publicKeys = async (fresh = false): Promise<PublicKeys["keys"]> => {
  if (published && !fresh && published.until > Date.now()) return published.keys;
  const out = await dynamo().send(new GetCommand({ TableName: environment().table, Key: ROW, ConsistentRead: true }));
  published = { keys: (out.Item?.["keys"] ?? []) as (JWK & { kid: string })[], until: Date.now() + 5 * 60_000 };
  return published.keys;
};

/** Forgets the published keys, for a test that rotates them. */
export const forgetKeys = (): void => { published = undefined; proved.clear(); };

interface SigningKeys { readonly current: JWK & { kid: string }; readonly previous?: JWK & { kid: string } }

const newKey = async (): Promise<JWK & { kid: string }> => {
  const { exportJWK, generateKeyPair } = await import("./jose.ts");
  const pair = await generateKeyPair("ES256", { extractable: true });
  return { ...(await exportJWK(pair.privateKey)), kid: clock().id() };
};
const publicPart = ({ d: _secret, ...open }: JWK & { kid: string }): JWK & { kid: string } => open;

const stored = async (): Promise<Partial<SigningKeys>> => {
  const text = await secret("signing");
  return text.startsWith("{") ? (JSON.parse(text) as Partial<SigningKeys>) : {};
};
const publish = (keys: SigningKeys, onlyFirst: boolean) => dynamo().send(new PutCommand({
  TableName: environment().table, Item: { ...ROW, v: 1, version: 1, keys: [publicPart(keys.current), ...(keys.previous ? [publicPart(keys.previous)] : [])] },
  ...(onlyFirst ? { ConditionExpression: "attribute_not_exists(pk)" } : {}),
}));

/** Makes a new signing key; tokens of the one before stay valid until they end, those of the one before that do not. */
export const rotateKeys = async (): Promise<SigningKeys> => {
  const before = await stored();
  const keys: SigningKeys = { current: await newKey(), ...(before.current ? { previous: before.current } : {}) };
  await publish(keys, false);
  await keepSecret("signing", JSON.stringify(keys));
  published = undefined;
  return keys;
};

/** The first key of a region's life. Of several processes that make one at once, the first to publish wins and the others take its key. */
const firstKeys = async (): Promise<SigningKeys> => {
  const keys: SigningKeys = { current: await newKey() };
  try {
    await publish(keys, true);
    await keepSecret("signing", JSON.stringify(keys));
    return keys;
  } catch (error) {
    if ((error as Error).name !== "ConditionalCheckFailedException") throw error;
  }
  for (let i = 0; i < 20; i++) {
    forgetSecrets();
    const have = await stored();
    if (have.current) return have as SigningKeys;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // Whoever published never stored its key: begin again.
  return rotateKeys();
};

let making: Promise<SigningKeys> | undefined;
const signingKeys = async (): Promise<SigningKeys> => {
  const have = await stored();
  if (have.current) return have as SigningKeys;
  return (making ??= firstKeys().finally(() => { making = undefined; }));
};

/** A short-lived ES256 token that names person and device. Sign-in alone can make one. */
export const signSession = async (session: Session, seconds = TOKEN_SECONDS): Promise<string> => {
  const { current } = await signingKeys();
  const { importJWK, SignJWT } = await import("./jose.ts");
  return new SignJWT({ dev: session.device, ...(session.village ? { vil: session.village } : {}), ...(session.card ? { crd: session.card } : {}) })
    .setProtectedHeader({ alg: "ES256", kid: current.kid }).setSubject(session.person)
    .setIssuer(issuer()).setAudience(AUDIENCE).setIssuedAt(Math.floor(clock().now().getTime() / 1000)).setExpirationTime(Math.floor(clock().now().getTime() / 1000) + seconds)
    .sign(await importJWK(current, "ES256"));
};

type Verifier = Awaited<ReturnType<typeof import("./jose.ts").importJWK>>;
const verifiers = new Map<string, Promise<Verifier>>();
/** A public key made ready once; keys are told apart by their whole text, so that a swapped one is never the same. */
const verifier = (key: JWK): Promise<Verifier> => {
  const mark = JSON.stringify(key);
  let ready = verifiers.get(mark);
  if (!ready) {
    if (verifiers.size > 20) verifiers.clear();
    verifiers.set(mark, ready = import("./jose.ts").then(({ importJWK }) => importJWK(key, "ES256")));
  }
  return ready;
};

/** Tokens proved once by this process: a signature does not change, only time and the published keys are judged again. */
const proved = new Map<string, { session: Session; kid: string; until: number }>();
const MOST_PROVED = 2_000;

/** The session a token stands for, or null: wrong algorithm, key, audience, issuer or time are all the same. */
export const readSession = async (token: string): Promise<Session | null> => {
  const known = proved.get(token);
  if (known && (await publicKeys()).some((key) => key.kid === known.kid)) return known.until > clock().now().getTime() ? known.session : null;
  const find = async (kid: string | undefined) =>
    (await publicKeys()).find((key) => key.kid === kid) ?? (await publicKeys(true)).find((key) => key.kid === kid);
  try {
    const { jwtVerify } = await import("./jose.ts");
    const { payload, protectedHeader } = await jwtVerify(token, async (header) => {
      const key = await find(header.kid);
      if (!key) throw new Error("unknown key");
      return verifier(key);
    }, { algorithms: ["ES256"], issuer: issuer(), audience: AUDIENCE, currentDate: clock().now() });
    const session = { person: String(payload.sub), device: String(payload["dev"]), village: typeof payload["vil"] === "string" ? payload["vil"] : null, ...(typeof payload["crd"] === "string" ? { card: payload["crd"] } : {}) };
    if (proved.size >= MOST_PROVED) proved.clear();
    proved.set(token, { session, kid: protectedHeader.kid ?? "", until: (payload.exp ?? 0) * 1000 });
    return session;
  } catch {
    return null;
  }
};
