import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf, Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { ProblemLine, State, useLoad } from "../../core/parts/state.tsx";
import { pick, t } from "../../core/words.ts";
import { isCountyGiver } from "./post.ts";
import type { Post } from "./post.ts";
import { PostCard } from "./post-card.tsx";

const FEATURE = "platform/offices";
const missing = (field: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title: t("reason.required") });

const Giving = ({ post, township, onDone }: { post: Post; township: string | undefined; onDone: () => void }) => {
  const [open, show] = useState(false);
  const form = useForm(FEATURE, "giveCounty", {
    start: { name: "", phone: "" }, draft: `${township ?? ""}:${post.office}`,
    send: async ({ name = "", phone = "" }) => {
      if (!name) throw missing("name");
      if (!phone) throw missing("phone");
      await call(FEATURE, "giveCounty", { params: { office: post.office }, body: { name, phone, ...(township ? { township } : {}) } });
      show(false);
      onDone();
    },
  });
  const needed = { ...form, rule: { required: ["name", "phone"] } };
  if (!open) return <Button icon="people" onPress={() => show(true)}>{t("give")}<span class="unseen"> {pick(post.titles)}</span></Button>;
  return <Form form={form} submit={t("give.send")}><Field form={needed} name="name" label={t("give.name")} /><Field form={needed} name="phone" kind="tel" label={t("give.phone")} /></Form>;
};

const Posts = ({ posts, township, onDone }: { posts: readonly Post[]; township?: string; onDone: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const end = (office: string, person: string): Promise<void> => call(FEATURE, "endCounty", { params: { office }, body: { person, ...(township ? { township } : {}) } }).then(onDone, (thrown: unknown) => setProblem(problemOf(thrown)));
  return (
    <>
      {problem ? <ProblemLine problem={problem} /> : null}
      {posts.map((post) => (
        <PostCard key={post.office} post={post} {...(isCountyGiver() ? { forHolder: (holder) => <Confirm kind="plain" label={t("end")} question={t("end.ask", { name: holder.name })} onYes={() => end(post.office, holder.person)} /> } : {})}>
          {isCountyGiver() ? <Giving post={post} township={township} onDone={onDone} /> : null}
        </PostCard>
      ))}
    </>
  );
};

const isDepartment = (office: string): boolean => office.startsWith("department.");
/** The county's posts and those of its townships. */
export const CountyPosts = () => {
  const all = useLoad(() => call(FEATURE, "county", {}));
  return (
    <>
      <h1>{t("county.title")}</h1>
      <State of={all}>{({ offices, townships }) => (
        <>
          <Section title={t("county.own")}><Posts posts={offices.filter(({ office }) => !isDepartment(office))} onDone={all.reload} /></Section>
          <Section title={t("departments")}><Posts posts={offices.filter(({ office }) => isDepartment(office))} onDone={all.reload} /></Section>
          {townships.map((each) => <Section key={each.id} title={pick(each.names)}><Posts posts={each.offices} township={each.id} onDone={all.reload} /></Section>)}
        </>
      )}</State>
    </>
  );
};
