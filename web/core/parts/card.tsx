import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** A white sheet with what belongs together. */
export const Card = ({ children, title, tone }: { children?: ComponentChildren; title?: string; tone?: "good" | "careful" | "bad" }) => (
  <section class={`card ${tone ?? ""}`}>{title ? <h3>{title}</h3> : null}{children}</section>
);
/** A heading and what stands under it; `unprinted` for what only a screen can do. */
export const Section = ({ title, children, link, more, unprinted }: { title: string; children?: ComponentChildren; link?: string; more?: string; unprinted?: boolean }) => (
  <section class={unprinted ? "section unprinted" : "section"}><div class="heading"><h2>{title}</h2>{link ? <a class="quiet" href={link}>{more}</a> : null}</div>{children}</section>
);
/** One line that leads somewhere: icon, text, a quiet second line. Its badge flows with the text: beside it, the largest letters would leave room for one sign a row. */
export const Line = ({ href, icon, children, note, badge }: { href?: string; icon?: string; children: ComponentChildren; note?: ComponentChildren; badge?: string }) => {
  const inside = <>{icon ? <Icon name={icon} /> : null}<span class="grow"><span>{children}{badge ? <> <Badge tone="bad">{badge}</Badge></> : null}</span>{note ? <small>{note}</small> : null}</span>{href ? <Icon name="next" /> : null}</>;
  return href ? <a class="line" href={href}>{inside}</a> : <div class="line">{inside}</div>;
};
/** A quiet note in words and colour, never in colour alone. */
export const Badge = ({ children, tone }: { children: ComponentChildren; tone?: "good" | "careful" | "bad" }) => <em class={`badge ${tone ?? ""}`}>{children}</em>;
