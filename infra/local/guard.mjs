// Runs on any Node that knows modules, so that a Node too old is told so instead of stumbling over the first type.
const COMMANDS = ["start", "verify", "redrive"];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const command = process.argv[2] ?? "start";
const sayAndEnd = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

if (major < 22 || (major === 22 && minor < 18)) {
  sayAndEnd(`WeCountry runs on Node 24; this is Node ${process.versions.node}.
Node 24 comes with the project's packages and is first on the path of every npm script: run "npm ci" once, then "npm ${command === "start" ? "start" : `run ${command}`}".
If it is still this one, your platform (${process.platform}-${process.arch}) has no such package: install Node 24 from nodejs.org.`);
}
if (!COMMANDS.includes(command)) sayAndEnd(`There is no command "${command}". There are: ${COMMANDS.join(", ")}.`);
process.argv.splice(2, 1);
const { main } = await import(`./${command}.ts`);
await main(process.argv.slice(2));
