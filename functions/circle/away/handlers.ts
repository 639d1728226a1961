import { contract } from "../../../shared/circle/away/contract.ts";
import words from "../../../shared/circle/away/words.json" with { type: "json" };
import { due, implement } from "../../core/implement.ts";
import { digest, tellDigest } from "./digest.ts";
import { cancel, join, offer, ride, rides, unjoin } from "./rides.ts";
import { Travel } from "./rows.ts";
import { drop, home, leave, mine } from "./stays.ts";

export const handler = implement("circle/away", contract, words, {
  routes: { mine, leave, home, drop, digest, rides, ride, offer, join, unjoin, cancel },
  due: { digest: due(Travel, tellDigest) },
});
