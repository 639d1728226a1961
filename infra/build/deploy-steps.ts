import { type Comparison, inWords, losses } from "./deploy-diff.ts";

/** One version of a region: its templates with the functions' code, and its page. */
export interface Release { readonly assembly: string; readonly web: string }
/** What a deployed region is reached by. */
export interface Reached { readonly bucket: string; readonly origin: string }

/** All that touches the world; a test passes its own. Each throws an Error with a sentence when it fails. */
export interface Hands {
  /** Sentences that stop a deployment; none when nothing does. */
  readonly check: () => Promise<readonly string[]>;
  /** Builds page and templates. */
  readonly make: () => Promise<Release>;
  readonly compare: (release: Release) => Promise<Comparison>;
  readonly ask: (question: string) => Promise<string>;
  readonly apply: (release: Release) => Promise<Reached>;
  readonly publish: (release: Release, reached: Reached) => Promise<void>;
  /** What does not work, as sentences; none when all does. */
  readonly smoke: (release: Release, reached: Reached) => Promise<readonly string[]>;
  readonly kept: {
    /** The version that runs, and the one before it. */
    readonly now: () => Release | null;
    readonly before: () => Release | null;
    /** Where the version that runs is reached. */
    readonly reached: () => Reached | null;
    /** This version runs now; the one that ran is the one before. */
    readonly keep: (release: Release, reached: Reached) => void;
    /** The one before runs again; there is none before it any more. */
    readonly stepBack: () => void;
  };
  readonly say: (line: string) => void;
}
export type Ending = "done" | "stopped" | "put back" | "broken";

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Says what would change. @returns whether the operator agrees; a loss wants the region's name, letter by letter */
const agreed = async (region: string, release: Release, { compare, ask, say }: Hands): Promise<boolean> => {
  const comparison = await compare(release);
  for (const line of inWords(comparison)) say(`  ${line}`);
  if (losses(comparison.differences).length > 0) {
    say("  What people wrote, or the means to read it, would be lost. Restoring it later is not a matter of deploying again.");
    return (await ask(`Type the region's name (${region}) if that is what you want: `)).trim() === region;
  }
  return /^y(es)?$/i.test((await ask("Go on? (yes, no) ")).trim());
};

/** The last version that worked, put where the failed one is: page first, since the policy of the new stacks still lets the old page in. */
const putBack = async (hands: Hands, reached: Reached): Promise<Ending> => {
  const former = hands.kept.now();
  if (!former) {
    hands.say("There is no earlier version to put back: this was the first one kept here. Mend what is named above and deploy again.");
    return "broken";
  }
  const comparison = await hands.compare(former);
  if (losses(comparison.differences).length > 0) {
    for (const line of inWords(comparison)) hands.say(`  ${line}`);
    hands.say("Going back would lose that, so nothing is put back by itself. Mend what is named above and deploy again.");
    return "broken";
  }
  hands.say("Putting the version before this one back.");
  await hands.publish(former, reached);
  const again = await hands.smoke(former, await hands.apply(former));
  for (const each of again) hands.say(`  ✗ ${each}`);
  hands.say(again.length === 0 ? "The earlier version runs again, page and functions. What people wrote meanwhile is kept." : "The earlier version was put back, and it does not answer either: look at the account, the carrier and the domain.");
  return again.length === 0 ? "put back" : "broken";
};

const settle = async (region: string, release: Release, hands: Hands): Promise<Ending> => {
  const { say, kept } = hands;
  let reached: Reached;
  try {
    say("4 Stacks");
    reached = await hands.apply(release);
  } catch (error) {
    say(`✗ ${sentence(error)}`);
    say(`CloudFormation has taken back the stack that failed; those before it are new, and the page is the old one. Mend it and deploy again, or: npm run rollback -- ${region}`);
    return "broken";
  }
  try {
    say("5 Page");
    await hands.publish(release, reached);
    say("6 Trial");
    const faults = await hands.smoke(release, reached);
    if (faults.length === 0) {
      kept.keep(release, reached);
      say(`${region} runs the new version.${kept.before() ? ` The one before is kept: npm run rollback -- ${region}` : ""}`);
      return "done";
    }
    for (const each of faults) say(`  ✗ ${each}`);
  } catch (error) { say(`✗ ${sentence(error)}`); }
  return putBack(hands, reached).catch((error: unknown): Ending => {
    say(`✗ Putting it back failed: ${sentence(error)}`);
    return "broken";
  });
};

/** check, make, compare and agree, stacks, page, trial, keep: ends at the first step that fails, and puts the former version back after a failed trial. */
export const deploy = async (region: string, hands: Hands): Promise<Ending> => {
  const { say } = hands;
  let release: Release;
  try {
    say("1 Check");
    const stopping = await hands.check();
    for (const each of stopping) say(`  ✗ ${each}`);
    if (stopping.length > 0) { say("Nothing was changed."); return "stopped"; }
    say("2 Page and templates");
    release = await hands.make();
    say("3 What changes");
    if (!(await agreed(region, release, hands))) { say("Nothing was changed."); return "stopped"; }
  } catch (error) {
    say(`✗ ${sentence(error)}`);
    say("Nothing was changed.");
    return "stopped";
  }
  return settle(region, release, hands);
};

/** Goes back to the version before the one that runs, with the same questions and the same trial; page first, since its policy is still let in. */
export const rollback = async (region: string, hands: Hands): Promise<Ending> => {
  const { say, kept } = hands;
  const [before, running] = [kept.before(), kept.reached()];
  if (!before || !running) {
    say(`No earlier version of ${region} is kept on this machine. Check the earlier version of the project out and deploy that: npm run deploy -- ${region}`);
    return "stopped";
  }
  try {
    say("1 What changes");
    if (!(await agreed(region, before, hands))) { say("Nothing was changed."); return "stopped"; }
    say("2 Page");
    await hands.publish(before, running);
    say("3 Stacks");
    const reached = await hands.apply(before);
    kept.stepBack();
    say("4 Trial");
    const faults = await hands.smoke(before, reached);
    for (const each of faults) say(`  ✗ ${each}`);
    say(faults.length === 0 ? `${region} runs the version before. What people wrote meanwhile is kept.` : "The version before is there, and it does not answer as it should.");
    return faults.length === 0 ? "done" : "broken";
  } catch (error) {
    say(`✗ ${sentence(error)}`);
    return "broken";
  }
};
