import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PROFILES, type ProfileName } from "../../shared/contract/profile.ts";
import { ROOT } from "../build/features.ts";
import { named, roleOf } from "./sample-people.ts";
import { refuseIfHeld, Sentence } from "./state.ts";

interface Flags { readonly fresh: boolean; readonly quiet: boolean; readonly build: boolean; readonly port: number; readonly folder: string; readonly profile: ProfileName }

const HELP = `npm start -- [--port 8080] [--fresh] [--quiet] [--state folder] [--profile cn-village] [--as-built]
  --port   where it listens on this machine (default 8080; 0: any free port)
  --fresh  forgets everything and begins again
  --quiet  prints the address only
  --state  the folder that keeps it all (default .wecountry; .wecountry-plain for plain-village)
  --profile  the kind of village: cn-village (default), or plain-village: English first, a village head and a council
  --as-built  serves the pages as they were last built, even if their sources are newer`;

const FOLDERS: Readonly<Record<ProfileName, string>> = { "cn-village": ".wecountry", "plain-village": ".wecountry-plain" };
const isProfile = (name: string): name is ProfileName => name in PROFILES;

const readFlags = (args: readonly string[]): Flags => {
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options: { port: { type: "string", default: "8080" }, fresh: { type: "boolean", default: false }, quiet: { type: "boolean", default: false }, state: { type: "string" }, profile: { type: "string", default: "cn-village" }, "as-built": { type: "boolean", default: false }, help: { type: "boolean", default: false } } });
    } catch (error) { throw new Sentence(`${(error as Error).message}\n${HELP}`); }
  })();
  if (values.help) throw new Sentence(HELP);
  const port = Number(values.port);
  const { profile } = values;
  if (!isProfile(profile)) throw new Sentence(`"${profile}" is no profile: ${Object.keys(PROFILES).join(" or ")}.\n${HELP}`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Sentence(`"${values.port}" is no port: a number from 0 to 65535.\n${HELP}`);
  return { fresh: values.fresh, quiet: values.quiet, build: !values["as-built"], port, folder: resolve(ROOT, values.state ?? FOLDERS[profile]), profile };
};

const TRIES = [
  "张海燕", "王德明", "王建国", "林晓峰", "周敏", "唐宁",
] as const;
const local = (number: string): string => number.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3");

/** What a person reads once the county stands. */
export const greeting = (origin: string, state: string, laidOut: number | null, profile: ProfileName = "cn-village"): string => `
  为村 WeCountry: 清河县 Qinghe County, 青山村 Qingshan and 河边村 Hebian, on this machine only.
  A warning is not over when it is sent; it is over when every household is accounted for.

  村子 The villages      ${origin}/
  手机 The phones        ${origin}/phones   (messages and sign-in codes arrive here; answer here and watch the board)

  登录试试 Sign in with one of these numbers; the code comes to /phones:
${TRIES.map((name) => { const { zh, en } = roleOf(named(name), profile); return `    ${local(named(name).number)}   ${name} ${profile === "cn-village" ? `${zh} ${en}` : en}`; }).join("\n")}

  ${laidOut === null ? `State was kept from last time in ${state}.` : `The sample county was laid out in ${(laidOut / 1000).toFixed(1)} s; state lives in ${state}.`} Begin again: npm start -- --fresh
  Due times are looked at every 5 seconds (in the cloud: every minute). No real message leaves this machine.
  停止 Stop: Ctrl+C
`;

const PATIENCE = 8_000;

/** Ends everything on Ctrl+C or a closed window, once; a second time at once. */
const endOnSignal = (end: () => Promise<void>): void => {
  let ending = false;
  const stop = (): void => {
    if (ending) process.exit(130);
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    end().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
};

/** `npm start`: the embedded county, until it is stopped. */
export const main = async (args: readonly string[]): Promise<void> => {
  try {
    const flags = readFlags(args);
    refuseIfHeld(flags.folder);
    // In this process: a feature added since is known, and what it loads is loaded once.
    await import("../build/registry.ts");
    // Loaded only now: a wrong flag or a second start is answered at once.
    const { begin } = await import("./running.ts");
    const running = await begin({ ...flags, say: (line) => process.stderr.write(`${line}\n`), whenStopped: endOnSignal });
    process.stdout.write(flags.quiet ? `${running.origin}\n` : greeting(running.origin, relative(process.cwd(), flags.folder) || ".", running.laidOut, flags.profile));
  } catch (error) {
    process.stderr.write(`${error instanceof Sentence ? error.message : (error as Error).stack ?? String(error)}\n`);
    process.exit(1);
  }
};
