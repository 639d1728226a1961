import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyWith, compareWith, deployArgs, diffArgs, reachedIn } from "../../infra/build/deploy-cdk.ts";
import { inWords, losses, readDiff } from "../../infra/build/deploy-diff.ts";
import { joinPolicies, keptIn, letFormerIn } from "../../infra/build/deploy-kept.ts";
import { deploy, type Hands, type Release, rollback } from "../../infra/build/deploy-steps.ts";
import { publishPage } from "../../infra/build/deploy-web.ts";

/** As aws-cdk 2.1148.1 printed it for two versions of one stack. */
const PRINTED = `Stack WeCountry-x-storage
IAM Statement Changes
┌───┬────────────────────┬────────┐
│ - │ \${Key961B73FD.Arn} │ Allow  │
└───┴────────────────────┴────────┘
(NOTE: There may be security-related changes not in this list. See https://github.com/aws/aws-cdk/issues/1299)

Resources
[-] AWS::S3::Bucket MediaA721A567 destroy
[-] AWS::S3::Bucket Kept118DB03B orphan
[-] AWS::KMS::Key Key961B73FD destroy
[+] AWS::SQS::Queue Q2 Q23A7FF710
[+] AWS::IAM::Role R RC21A1702
[+] AWS::IAM::Policy R/DefaultPolicy RDefaultPolicy0707467B
[~] AWS::DynamoDB::Table Table TableCD117FA1 replace
 └─ [~] TableName (requires replacement)
     ├─ [-] a
     └─ [+] b
[~] AWS::SQS::Queue Q Q63C6E3AB
 └─ [+] MaximumMessageSize
     └─ 2048



✨  Number of stacks with differences: 1
`;
const GENTLE = "Stack WeCountry-x-alerts\nResources\n[~] AWS::Lambda::Function F F1\n[+] AWS::SQS::Queue Q Q1\n[-] AWS::SQS::Queue Old Q0 destroy\n";
const NOTHING = "Stack WeCountry-x-alerts\nThere were no differences\n";

describe("a comparison", () => {
  test("is read from what the CDK prints, properties left out", () => {
    const { differences, permissions } = readDiff(PRINTED);
    expect(differences.map(({ does, type, fate }) => [does, type.split("::").at(-1), fate])).toEqual([
      ["remove", "Bucket", "destroyed"], ["remove", "Bucket", "left behind"], ["remove", "Key", "destroyed"], ["add", "Queue", null], ["add", "Role", null], ["add", "Policy", null],
      ["change", "Table", "replaced"], ["change", "Queue", null],
    ]);
    expect(permissions).toBe(true);
  });
  test("says in plain words what comes, what changes and what would be lost", () => {
    expect(inWords(readDiff(PRINTED))).toEqual([
      "New: 1 queue, 1 role, 1 other part.", "Changed: 1 queue.",
      "✗ The bucket MediaA721A567 of WeCountry-x-storage would be destroyed with all it holds.",
      "✗ The bucket Kept118DB03B of WeCountry-x-storage would be left behind: it stays in the account, and the region no longer uses it.",
      "✗ The key Key961B73FD of WeCountry-x-storage would be destroyed with all it holds.",
      "✗ The table Table of WeCountry-x-storage would be replaced by an empty one.",
      "Permissions change; the full comparison above names each.",
    ]);
    expect(inWords(readDiff(GENTLE))).toEqual(["New: 1 queue.", "Changed: 1 function.", "Taken away or made anew, holding nothing of anybody's: 1 queue."]);
    expect(inWords(readDiff(NOTHING))).toEqual(["The stacks stay as they are; only the page is published."]);
  });
  test("counts tables, buckets, keys and secrets as losses, a queue not", () => {
    expect(losses(readDiff(PRINTED).differences)).toHaveLength(4);
    expect(losses(readDiff(GENTLE).differences)).toEqual([]);
    expect(losses(readDiff("Stack s\n[~] AWS::SecretsManager::Secret Phone P1 may be replaced\n").differences)).toHaveLength(1);
  });
});

const NEW: Release = { assembly: "new", web: "new-web" };
const OLD: Release = { assembly: "old", web: "old-web" };
/** Hands that write down what they are told; what a test gives takes their place. */
const hands = (parts: Partial<Hands> & { now?: Release | null; before?: Release | null } = {}) => {
  const did: string[] = [];
  const heard: string[] = [];
  const { now = OLD, before = null, ...given } = parts;
  const all: Hands = {
    check: async () => { did.push("check"); return []; },
    make: async () => { did.push("make"); return NEW; },
    compare: async ({ assembly }) => { did.push(`compare ${assembly}`); return readDiff(GENTLE); },
    ask: async () => { did.push("ask"); return "yes"; },
    apply: async ({ assembly }) => { did.push(`apply ${assembly}`); return { bucket: "b", origin: "https://x" }; },
    publish: async ({ web }) => { did.push(`publish ${web}`); },
    smoke: async ({ web }) => { did.push(`smoke ${web}`); return []; },
    kept: { now: () => now, before: () => before, reached: () => ({ bucket: "b", origin: "https://x" }), keep: ({ web }) => { did.push(`keep ${web}`); }, stepBack: () => { did.push("step back"); } },
    say: (line) => heard.push(line),
    ...given,
  };
  return { all, did, text: () => heard.join("\n") };
};

describe("a deployment", () => {
  test("checks, makes, compares, asks, and only then touches anything: stacks, page, trial, keep", async () => {
    const { all, did, text } = hands({ before: OLD });
    expect(await deploy("x", all)).toBe("done");
    expect(did).toEqual(["check", "make", "compare new", "ask", "apply new", "publish new-web", "smoke new-web", "keep new-web"]);
    expect(text()).toContain("x runs the new version. The one before is kept: npm run rollback -- x");
  });

  test.each<[string, Partial<Hands>, string]>([
    ["the check finds something", { check: async () => ["alarmEmail is missing."] }, "✗ alarmEmail is missing."],
    ["the page does not build", { make: async () => { throw new Error("web.ts ended with 1"); } }, "✗ web.ts ended with 1"],
    ["the account cannot be compared", { compare: async () => { throw new Error("cdk diff ended with 1"); } }, "✗ cdk diff ended with 1"],
    ["the operator says no", { ask: async () => "no" }, "Nothing was changed."],
    ["nobody answers", { ask: async () => "" }, "Nothing was changed."],
  ])("changes nothing when %s", async (_when, parts, sentence) => {
    const { all, did, text } = hands(parts);
    expect(await deploy("x", all)).toBe("stopped");
    expect(did.filter((each) => /apply|publish|keep/.test(each))).toEqual([]);
    expect(text()).toContain(sentence);
    expect(text()).toContain("Nothing was changed.");
  });

  test("that would lose a table goes on only when the region's name is typed: yes is not enough", async () => {
    const loses = async () => readDiff(PRINTED);
    for (const [typed, ending] of [["yes", "stopped"], ["X", "stopped"], ["", "stopped"], ["x", "done"]] as const) {
      const { all, text } = hands({ compare: loses, ask: async () => typed });
      expect(await deploy("x", all), typed).toBe(ending);
      expect(text()).toContain("What people wrote, or the means to read it, would be lost.");
    }
  });

  test("whose stack fails leaves the page as it was and says how to go on", async () => {
    const { all, did, text } = hands({ apply: async () => { throw new Error("WeCountry-x-alerts: UPDATE_ROLLBACK_COMPLETE"); } });
    expect(await deploy("x", all)).toBe("broken");
    expect(did).toEqual(["check", "make", "compare new", "ask"]);
    expect(text()).toMatch(/UPDATE_ROLLBACK_COMPLETE[^]*the page is the old one[^]*npm run rollback -- x/);
  });

  test("whose trial fails puts the former version back, page first, tries it, and keeps the failed one nowhere", async () => {
    const run = hands();
    const smoke: Hands["smoke"] = async ({ web }) => { run.did.push(`smoke ${web}`); return web === "new-web" ? ["The page answers 502."] : []; };
    expect(await deploy("x", { ...run.all, smoke })).toBe("put back");
    expect(run.did).toEqual(["check", "make", "compare new", "ask", "apply new", "publish new-web", "smoke new-web", "compare old", "publish old-web", "apply old", "smoke old-web"]);
    expect(run.text()).toMatch(/The page answers 502[^]*The earlier version runs again/);
  });

  test("whose page cannot be copied is put back too", async () => {
    const run = hands();
    const publish: Hands["publish"] = async ({ web }) => { run.did.push(`publish ${web}`); if (web === "new-web") throw new Error("AccessDenied"); };
    expect(await deploy("x", { ...run.all, publish })).toBe("put back");
    expect(run.did.at(-1)).toBe("smoke old-web");
  });

  test("that was the first has nothing to put back, and says so", async () => {
    const { all, text } = hands({ now: null, smoke: async () => ["The page answers 403."] });
    expect(await deploy("x", all)).toBe("broken");
    expect(text()).toContain("There is no earlier version to put back");
  });

  test("is not put back by itself where going back would lose a bucket that came with it", async () => {
    const run = hands({ smoke: async () => ["The page answers 502."] });
    const compare: Hands["compare"] = async ({ assembly }) => readDiff(assembly === "old" ? "Stack s\n[-] AWS::S3::Bucket New N1 orphan\n" : GENTLE);
    expect(await deploy("x", { ...run.all, compare })).toBe("broken");
    expect(run.did).not.toContain("apply old");
    expect(run.text()).toContain("Going back would lose that");
  });

  test("whose former version fails its trial as well says that the fault lies elsewhere", async () => {
    const { all, text } = hands({ smoke: async () => ["The page answers 502."] });
    expect(await deploy("x", all)).toBe("broken");
    expect(text()).toContain("look at the account, the carrier and the domain");
  });
});

describe("a rollback", () => {
  test("asks, puts page and stacks back, and tries", async () => {
    const { all, did } = hands({ before: OLD });
    expect(await rollback("x", all)).toBe("done");
    expect(did).toEqual(["compare old", "ask", "publish old-web", "apply old", "step back", "smoke old-web"]);
  });
  test("without an earlier version says what to do instead", async () => {
    const { all, did, text } = hands();
    expect(await rollback("x", all)).toBe("stopped");
    expect(did).toEqual([]);
    expect(text()).toContain("Check the earlier version of the project out and deploy that");
  });
  test("stops at the first step that fails", async () => {
    const { all, did } = hands({ before: OLD, apply: async () => { throw new Error("no"); } });
    expect(await rollback("x", all)).toBe("broken");
    expect(did).toEqual(["compare old", "ask", "publish old-web"]);
  });
});

describe("the CDK's command line", () => {
  test("compares without changing anything, and deploys without asking a second time", async () => {
    const ran: string[][] = [];
    const release = { assembly: "cdk.out/x", web: "dist/web" };
    await compareWith(async (_script, args) => { ran.push([...args]); return GENTLE; })(release);
    const reached = await applyWith(async (_script, args) => {
      ran.push([...args]);
      writeFileSync(args[args.indexOf("--outputs-file") + 1]!, JSON.stringify({ "WeCountry-x-web": { Bucket: "pages", Name: "d1.cloudfront.net" } }));
      return "";
    }, "x")(release);
    expect(reached).toEqual({ bucket: "pages", origin: "https://d1.cloudfront.net" });
    expect(ran[0]).toEqual(diffArgs("cdk.out/x"));
    expect(ran[0]).toContain("template");
    expect(ran[1]!.join(" ")).toMatch(/^deploy --app cdk\.out\/x --all --require-approval never /);
    expect(deployArgs("a", "b")).toContain("--no-color");
    expect(() => reachedIn({}, "x")).toThrow("not deployed whole");
  });
});

describe("what is kept", () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "wecountry-kept-")); });
  afterEach(() => { rmSync(folder, { recursive: true }); });
  const version = (name: string): Release => {
    for (const part of ["assembly", "web"]) { mkdirSync(join(folder, name, part), { recursive: true }); writeFileSync(join(folder, name, part, "is"), name); }
    return { assembly: join(folder, name, "assembly"), web: join(folder, name, "web") };
  };
  const is = (release: Release | null): string | null => release && readFileSync(join(release.web, "is"), "utf8") + readFileSync(join(release.assembly, "is"), "utf8");

  test("is the version that runs and the one before, one step back and no further", () => {
    const kept = keptIn(join(folder, "kept"));
    expect([kept.now(), kept.before()]).toEqual([null, null]);
    for (const name of ["one", "two", "three"]) kept.keep(version(name), { bucket: name, origin: "https://x" });
    expect(kept.reached()?.bucket).toBe("three");
    expect([is(kept.now()), is(kept.before())]).toEqual(["threethree", "twotwo"]);
    kept.stepBack();
    expect([is(kept.now()), kept.before(), kept.reached()?.bucket]).toEqual(["twotwo", null, "two"]);
  });

  test("lets the former page in while the CDN changes over, and no page before that", () => {
    expect(joinPolicies("script-src 'self' 'sha256-new'; img-src 'self'", "script-src 'self' 'sha256-old' https://elsewhere; img-src *")).toBe("script-src 'self' 'sha256-new' 'sha256-old'; img-src 'self'");
    const built = (name: string, hash: string): Release => { const release = version(name); writeFileSync(join(release.web, "csp.json"), JSON.stringify({ html: `script-src 'sha256-${hash}'` })); return release; };
    const [first, second, third] = [built("first", "1"), built("second", "2"), built("third", "3")];
    letFormerIn(first.web, null);
    letFormerIn(second.web, first);
    letFormerIn(third.web, second);
    letFormerIn(third.web, second);
    expect(JSON.parse(readFileSync(join(third.web, "csp.json"), "utf8"))).toEqual({ html: "script-src 'sha256-3' 'sha256-2'", own: "script-src 'sha256-3'" });
  });

  test("a page is copied parts first, document last, the policy not at all, hashed parts for ever", async () => {
    const web = join(folder, "page");
    mkdirSync(join(web, "assets"), { recursive: true });
    for (const name of ["index.html", "sw.js", "csp.json", "manifest.json", "assets/core.1a2b.js", "assets/z.json"]) writeFileSync(join(web, name), name);
    const put: { Key?: string; CacheControl?: string; ContentType?: string }[] = [];
    const s3 = { send: async (command: { input: object }) => { put.push(command.input); return {}; } };
    expect(await publishPage(s3 as never, "pages", web)).toBe(5);
    expect(put.map(({ Key }) => Key)).toEqual(["assets/core.1a2b.js", "assets/z.json", "manifest.json", "sw.js", "index.html"]);
    expect(put[0]).toMatchObject({ CacheControl: "public, max-age=31536000, immutable", ContentType: "text/javascript; charset=utf-8" });
    expect(put.at(-1)).toMatchObject({ CacheControl: "no-cache", ContentType: "text/html; charset=utf-8" });
  });
});
