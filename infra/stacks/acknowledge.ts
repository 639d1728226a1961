import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/**
 * Says why a rule of cdk-nag does not hold here. Every exception of the project is a call of this, with a reason a stranger can judge.
 * @example acknowledge(role, "AwsSolutions-IAM5[Resource::*]", "A phone number has no ARN.")
 */
export const acknowledge = (where: IConstruct, id: string, reason: string): void => { Validations.of(where).acknowledge({ id, reason }); };
