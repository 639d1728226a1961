import { describe, expect, test } from "vitest";
import { accountOf, type Clients } from "../../infra/build/region-account.ts";
import { verdict } from "../../infra/build/region-check.ts";
import { type Account, checkAccount, concurrencyWanted, warningCost } from "../../infra/regions/account.ts";
import { file as plain } from "../../infra/regions/ap-southeast-1.ts";
import { file as china } from "../../infra/regions/cn-north-1.ts";
import { checkRegion, stops } from "../../infra/regions/check.ts";
import { madeUp } from "./made-up.ts";

const GOOD: Account = {
  sandbox: async () => ({ inside: false, verified: 0 }), monthlyLimit: async () => 10_000, numbers: async () => ({ active: 2, waiting: 0 }),
  households: async () => null, bootstrapped: async () => true, carrierKeys: async () => "stored",
};
const said = async (account: Partial<Account>, file = plain): Promise<string[]> => (await checkAccount(file, { ...GOOD, ...account }, madeUp)).map(({ level, text }) => `${level}: ${text}`);
const named = (name: string): Error => Object.assign(new Error("no"), { name });

describe("an account", () => {
  test("that is ready leaves only what one must look at oneself", async () => {
    expect((await checkAccount(plain, GOOD, madeUp)).map(({ level }) => level)).toEqual(["remember", "remember"]);
  });

  test("in the sandbox sends no warning, and the sentence says how many it would reach", async () => {
    const lines = await said({ sandbox: async () => ({ inside: true, verified: 3 }) });
    expect(lines.join("\n")).toMatch(/unsent: The account is in the SMS sandbox: a text reaches the 3 numbers .*Exit SMS sandbox/);
  });

  test("whose month ends in the middle of a warning is told the sum: the largest county, two messages, two parts", async () => {
    expect(warningCost(plain)).toEqual({ usd: 4000, sum: "4000 households × 2 messages × 2 parts × $0.25 = $4000" });
    expect((await said({ monthlyLimit: async () => null })).join()).toMatch(/may spend \$1 a month on SMS \(nobody has set a limit\).*\$4000.*spend quota of \$8000/);
    expect((await said({ monthlyLimit: async () => 4000 })).join()).not.toContain("may spend");
    expect((await said({ monthlyLimit: async () => 4000, households: async () => 9000 })).join()).toContain("9000 households");
  });

  test("without a number in use hears that unregistered texts are dropped", async () => {
    expect((await said({ numbers: async () => ({ active: 0, waiting: 1 }) })).join()).toMatch(/no sending number in use \(1 waits for the carrier\); texts leave under the name WeCountry.*SG/);
  });

  test("that was never prepared for the CDK stops everything", async () => {
    const findings = await checkAccount(plain, { ...GOOD, bootstrapped: async () => false }, madeUp);
    expect(stops(plain, findings).map(({ text }) => text)).toEqual([expect.stringContaining("npx cdk bootstrap")]);
  });

  test("in China needs the provider's keys, and nobody asks SNS there", async () => {
    expect((await said({ carrierKeys: async () => "empty", sandbox: () => Promise.reject(named("never asked")) }, china)).join()).toMatch(/unsent: The provider's keys are not stored.*wecountry\/cn-north-1\/messaging/);
    expect((await said({ carrierKeys: async () => "not deployed" }, china)).join()).toContain("comes with the first deployment");
  });

  test("that may not be asked one thing is asked the others all the same", async () => {
    const lines = await said({ sandbox: () => Promise.reject(named("AuthorizationErrorException")), monthlyLimit: () => Promise.reject(named("ExpiredTokenException")), bootstrapped: async () => false });
    expect(lines.join("\n")).toMatch(/Not seen: whether the account is in the SMS sandbox \(these credentials may not ask\)[^]*Not seen: the month's SMS limit \(the credentials are old or wrong\)/);
    expect(lines[0]).toMatch(/^refused/);
  });

  test("says how many functions run at once, since a new account has ten", async () => {
    expect(concurrencyWanted(plain, madeUp)).toBe(50 + 3 * 5 + 2 * 2);
    expect((await said({})).join()).toContain("this region wants 69");
  });
});

describe("the check", () => {
  test("ends with 1 when a warning would not reach everybody, though a pilot may be built all the same", () => {
    const unsent = [{ level: "unsent" as const, text: "The account is in the SMS sandbox." }];
    expect(verdict(plain, unsent, true)).toMatchObject({ bad: true, lines: expect.arrayContaining(["  ✉ The account is in the SMS sandbox.", "It can be built for trials. A warning sent now would not reach everybody (✉)."]) });
    expect(stops(plain, unsent)).toEqual([]);
    expect(stops({ ...plain, facts: { ...plain.facts, production: true } }, unsent)).toEqual(unsent);
  });

  test("without credentials says that the account was not asked, and ends well when the file is right", () => {
    const { bad, lines } = verdict(plain, checkRegion(plain, []), false);
    expect(bad).toBe(false);
    expect(lines.join("\n")).toContain("No AWS credentials were found");
  });

  test("does not call good what it could not see", () => {
    const { bad, lines } = verdict(plain, [{ level: "remember", text: "Not seen: the month's SMS limit (these credentials may not ask)." }], true);
    expect([bad, lines.at(-1)]).toEqual([false, expect.stringContaining("Nothing that could be seen stops it; 1 question to the account got no answer.")]);
  });

  test("in production wants an alarm that does not ring at every warning", () => {
    const loud = { ...plain, facts: { ...plain.facts, production: true }, budgets: { ...plain.budgets, partsPerDay: 100 } };
    expect(stops(loud, checkRegion(loud, [])).map(({ text }) => text).join()).toContain("the alarm would ring at every warning");
  });
});

describe("what AWS answers", () => {
  const asked: string[] = [];
  const answering = (answers: Readonly<Record<string, unknown>>): Clients => {
    const client = { send: async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
      asked.push(command.constructor.name);
      const answer = answers[command.constructor.name];
      const given = typeof answer === "function" ? (answer as (input: Record<string, unknown>) => unknown)(command.input) : answer;
      if (given instanceof Error) throw given;
      return given ?? {};
    } };
    return { sns: client, s3: client, secrets: client, dynamo: client } as unknown as Clients;
  };

  test("is read as it is: verified numbers, a limit in dollars, numbers page by page", async () => {
    const account = accountOf(plain, answering({
      GetSMSSandboxAccountStatusCommand: { IsInSandbox: true }, ListSMSSandboxPhoneNumbersCommand: { PhoneNumbers: [{ Status: "Verified" }, { Status: "Pending" }] },
      GetSMSAttributesCommand: { attributes: { MonthlySpendLimit: "250" } },
      ListOriginationNumbersCommand: ({ NextToken }: Record<string, unknown>) => NextToken ? { PhoneNumbers: [{ Status: "ACTIVE", NumberCapabilities: ["SMS"] }] } : { PhoneNumbers: [{ Status: "PENDING", NumberCapabilities: ["SMS"] }, { Status: "ACTIVE", NumberCapabilities: ["VOICE"] }], NextToken: "2" },
    }));
    expect([await account.sandbox(), await account.monthlyLimit(), await account.numbers()]).toEqual([{ inside: true, verified: 1 }, 250, { active: 1, waiting: 1 }]);
  });

  test("an account that says nothing of a sandbox counts as being in it, and one without a limit has none", async () => {
    const account = accountOf(plain, answering({}));
    expect([(await account.sandbox()).inside, await account.monthlyLimit(), await account.bootstrapped()]).toEqual([true, null, false]);
  });

  test("the CDK's bucket of this AWS region counts, another's does not", async () => {
    const has = (name: string): Promise<boolean> => accountOf(plain, answering({ ListBucketsCommand: { Buckets: [{ Name: name }] } })).bootstrapped();
    expect([await has("cdk-hnb659fds-assets-123456789012-ap-southeast-1"), await has("cdk-hnb659fds-assets-123456789012-ap-southeast-2")]).toEqual([true, false]);
  });

  test("keys are stored, empty, or not there yet", async () => {
    const keys = (answer: unknown): Promise<string> => accountOf(china, answering({ GetSecretValueCommand: answer })).carrierKeys();
    expect([await keys({ SecretString: "{\"id\":\"a\",\"secret\":\"b\"}" }), await keys({ SecretString: "{}" }), await keys({ SecretString: "oops" }), await keys(named("ResourceNotFoundException"))]).toEqual(["stored", "empty", "empty", "not deployed"]);
  });

  test("households are counted county by county from the villages that are open", async () => {
    const rows = { "431228103205": 300, "431228104201": 200, "431229100200": 450 };
    const account = accountOf(china, answering({
      QueryCommand: { Items: Object.keys(rows).map((village) => ({ village })) },
      BatchGetCommand: { Responses: { "wecountry-cn-north-1-table": Object.entries(rows).map(([id, households]) => ({ id, households })) } },
    }));
    expect(await account.households()).toBe(500);
    expect(await accountOf(china, answering({ QueryCommand: named("ResourceNotFoundException") })).households()).toBeNull();
  });
});
