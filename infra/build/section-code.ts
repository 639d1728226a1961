/**
 * A section's one function, as source: the same handlers, told apart by path or, for messages, by the queue they came from.
 * Queues are named "…-<section>-<feature>" with a lane behind; features may have dashes of their own, so the longest name wins.
 */
export const sectionCode = (section: string, features: readonly string[]): string => [
  ...features.map((feature, i) => `import { handler as h${i} } from "./functions/${feature}/handlers.ts";`),
  `const byPath = { ${features.map((feature, i) => `"${feature.split("/")[1]}": h${i}`).join(", ")} };`,
  `const names = Object.keys(byPath).sort((a, b) => b.length - a.length);`,
  `const queueOf = (arn) => arn.slice(arn.lastIndexOf(":") + 1);`,
  `const at = (queue) => queue.indexOf("-${section}-") + ${section.length + 2};`,
  `const ofQueue = (arn) => { const rest = queueOf(arn).slice(at(queueOf(arn))); return names.find((name) => rest === name || rest.startsWith(name + "-")); };`,
  `const nameOf = (event) => event.Records ? ofQueue(event.Records[0].eventSourceARN) : event.rawPath.split("/")[3];`,
  `export const handler = (event, context) => byPath[nameOf(event)](event, context);`,
].join("\n");
