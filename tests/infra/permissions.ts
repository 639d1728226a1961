import { type Built, resourcesOf } from "./made-up.ts";

export interface Statement { readonly role: string; readonly effect: string; readonly actions: readonly string[]; readonly resources: readonly string[] }
interface Raw { readonly Effect: string; readonly Action: string | string[]; readonly Resource: unknown }

/** An ARN as a person would write it: references by what they end in, accounts left out. */
const plain = (value: unknown): string => {
  if (typeof value === "string") return value.replace(/arn:aws(-cn)?:/, "");
  const [kind, inner] = Object.entries(value as Record<string, unknown>)[0]!;
  if (kind === "Fn::Join") return (inner as [string, unknown[]])[1].map(plain).join("").replace(/^arn::?/, "");
  if (kind === "Ref") return inner === "AWS::AccountId" || inner === "AWS::Partition" ? "" : String(inner);
  if (kind === "Fn::GetAtt") return (inner as string[]).join(".").replace(/[0-9A-F]{8}(?=\.|$)/, "");
  return String((inner as { "Fn::Sub"?: string })["Fn::Sub"] ?? inner).replace(/^.*ExportsOutput(Ref|FnGetAtt)/, "").replace(/[0-9A-F]{8}[0-9A-F]*$/, "");
};

/** Every statement of every role, by the function that holds it. */
export const statementsOf = (built: Built): Statement[] =>
  resourcesOf(built, "AWS::IAM::Role").flatMap((role) => {
    const policies = (role.Properties?.["Policies"] ?? []) as { PolicyDocument: { Statement: Raw[] } }[];
    const logs = policies[0]!.PolicyDocument.Statement.find(({ Action }) => [Action].flat().includes("logs:PutLogEvents"));
    const name = plain(logs!.Resource).replace(/^Log/, "").replace(/[0-9A-F]{8}\.Arn$|\.Arn$/, "");
    return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map((each) => ({
      role: name, effect: each.Effect, actions: [each.Action].flat(), resources: [each.Resource].flat().map(plain),
    })));
  });
