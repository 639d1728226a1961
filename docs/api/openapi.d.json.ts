/** The API as OpenAPI 3.1, three megabytes written by `npm run openapi`: its type is not worth working out. */
declare const document: Record<string, unknown>;
// oxlint-disable-next-line import/no-default-export -- a JSON module has no other
export default document;
