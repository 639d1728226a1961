import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Card, Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { session } from "../../core/session.ts";
import { t } from "../../core/words.ts";
import { ClaimCard } from "./claim-card.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { groupWords, isCadre, isVillager, stateWords } from "./member.ts";
import type { OwnClaim } from "./member.ts";

const FEATURE = "circle/members";
const HERE = ["verified"];

/** I have moved away: a head who goes says who leads the household. */
const Leave = ({ head, household, onDone }: { head: boolean; household: string | null; onDone: () => void }) => {
  const [open, show] = useState(false);
  const [next, choose] = useState("");
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const house = useLoad(() => (open && head && household ? call("affairs/households", "mine", {}) : Promise.resolve(null)), [open]);
  const others = house.data?.people.filter((each) => !each.head) ?? [];
  const leave = (): Promise<void> => call(FEATURE, "leave", { body: next ? { head: next } : {} }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  if (!open) return <Button onPress={() => show(true)}>{t("me.leave")}</Button>;
  return (
    <Card tone="careful">
      {others.length > 1 ? <Picker label={t("me.head")} value={next} choices={others.map((each) => ({ value: each.person, label: each.name }))} onPick={choose} /> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Confirm label={t("me.leave")} question={t("me.leave.ask")} onYes={leave} />
    </Card>
  );
};

/** What the writer of a claim reads: who is waited for, the link for neighbours, and the way back. */
const Waiting = ({ claim, onDone }: { claim: OwnClaim; onDone: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const withdraw = (): Promise<void> => call(FEATURE, "withdraw", { params: { id: claim.id } }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  const link = (): string => `${location.origin}${at(FEATURE, "vouch", claim.id)}`;
  return (
    <Card tone="good">
      <p><b>{t("claim.said", { name: claim.name, group: groupWords(claim.group), house: claim.house })}</b></p>
      <p role="status">{claim.waitsFor ? t(`claim.waits.${claim.waitsFor}`, { left: Math.max(1, 2 - claim.vouchers) }) : stateWords(claim)}</p>
      {claim.lapses ? <p><small>{t("claim.lapses", { date: day(claim.lapses) })}</small></p> : null}
      {claim.waitsFor === "neighbours" ? <><p>{t("vouch.share")}</p><CopyButton label={t("vouch.copy")} text={() => `${t("vouch.title")}：${claim.name}\n${link()}`} /></> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      <Confirm kind="plain" label={t("withdraw")} question={t("withdraw.ask")} onYes={withdraw} />
    </Card>
  );
};

const Me = () => {
  const me = useLoad(() => call(FEATURE, "me", {}));
  return (
    <State of={me}>{({ member, claim, ended }) => {
      if (member && HERE.includes(member.state)) {
        return (
          <>
            <div class="sheet"><Line icon="id-badge" note={[t(`state.${member.state}`), groupWords(member.group), t("me.since", { date: day(member.since) })].filter(Boolean).join(" · ")}>{member.name}</Line>{member.household ? <Line href={at("affairs/households")} icon="house">{t("me.house")}</Line> : null}</div>
            <Leave head={member.head} household={member.household} onDone={me.reload} />
          </>
        );
      }
      if (claim && (claim.state === "claimed" || claim.state === "vouched")) return <Waiting claim={claim} onDone={me.reload} />;
      return <>{ended ? <Card tone="careful"><p>{t(`ended.${ended.how}`, { reason: ended.reason })}</p><p><small>{day(ended.at)} · {t("ended.wrong")}</small></p></Card> : claim ? <Card tone="careful"><p>{stateWords(claim)}</p></Card> : null}<Section title={t("claim.title")}><ClaimForm onSent={me.reload} /></Section></>;
    }}</State>
  );
};

/** One claim on a page of its own: what its writer's link opens. */
export const Vouching = ({ id }: { id: string }) => {
  const claim = useLoad(() => call(FEATURE, "oneClaim", { params: { id } }));
  return (
    <>
      <h1>{t("claims.title")}</h1>
      <p class="hush">{t("claims.note")}</p>
      {session() ? claim.problem?.status === 404 ? <p class="card careful">{t("vouch.none")}</p> : <State of={claim}>{(found) => <ClaimCard key={found.id} claim={found} />}</State>
        : <><p class="hush">{t("sign-in.first")}</p><LinkButton kind="primary" href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("sign-in")}</LinkButton></>}
      <LinkButton href={at(FEATURE)}>{t("title")}</LinkButton>
    </>
  );
};

/** What I am in this village; whom my word can help; for an office, the roll and people without a phone. */
export const Members = () => (
  <>
    <h1>{t("title")}</h1>
    {session() ? <Me /> : <><p class="hush">{t("sign-in.first")}</p><LinkButton kind="primary" href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("sign-in")}</LinkButton></>}
    {isVillager() || isCadre() ? (
      <Section title={t("claims.title")}>
        <p class="hush">{t("claims.note")}</p>
        <List load={(cursor) => call(FEATURE, "claims", { query: { ...(cursor ? { cursor } : {}) } })} empty={t("claims.none")} item={(claim) => <ClaimCard key={claim.id} claim={claim} />} />
      </Section>
    ) : null}
    {isCadre() ? <><div class="sheet"><Line href={at(FEATURE, "list")} icon="people">{t("desk.list")}</Line></div><LinkButton kind="primary" icon="id-badge" href={at(FEATURE, "paper")}>{t("desk.paper")}</LinkButton></> : null}
  </>
);
