/** What of jose is used, in one file that is loaded with the first token. */
export { exportJWK } from "jose/key/export";
export { generateKeyPair } from "jose/key/generate/keypair";
export { importJWK } from "jose/key/import";
export { SignJWT } from "jose/jwt/sign";
export { jwtVerify } from "jose/jwt/verify";
