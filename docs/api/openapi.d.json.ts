/** The API as OpenAPI 3.1, three megabytes written by `npm run openapi`: its type is not worth working out. */
declare const document: Record<string, unknown>;
export default document;
