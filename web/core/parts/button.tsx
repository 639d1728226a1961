import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: "primary" | "danger" | "plain";
  readonly icon?: string;
  readonly type?: "button" | "submit";
  /** While a promise it returned is unfinished the button waits and cannot be pressed twice. */
  readonly onPress?: () => unknown;
  readonly disabled?: boolean;
  readonly describedBy?: string;
}

/** A button: one primary a page; `danger` for what frightens or ends something; `plain` for the rest. */
export const Button = ({ children, kind = "plain", icon, type = "button", onPress, disabled, describedBy }: ButtonProps) => {
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    try {
      await onPress?.();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type={type} class={`button ${kind}`} disabled={disabled === true || busy} aria-busy={busy} aria-describedby={describedBy} onClick={onPress ? () => void press() : undefined}>
      {icon ? <Icon name={icon} /> : null}<span>{children}</span>
    </button>
  );
};

/** A link that looks like a button: calling a number, going on to the next question. */
export const LinkButton = ({ href, kind = "plain", icon, children }: { href: string; kind?: ButtonProps["kind"]; icon?: string; children: ComponentChildren }) => (
  <a class={`button ${kind}`} href={href}>{icon ? <Icon name={icon} /> : null}<span>{children}</span></a>
);
/** One of the few very large choices of elder mode, with one line of news. */
export const BigButton = ({ href, label, news, kind = "plain" }: { href: string; label: string; news?: string; kind?: "plain" | "danger" }) => (
  <a class={`big ${kind}`} href={href}><b>{label}</b>{news ? <span>{news}</span> : null}</a>
);
