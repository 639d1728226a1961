export { onDuty } from "./rules.ts";
