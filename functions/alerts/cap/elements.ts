import type { CapPair } from "../../../shared/alerts/cap/cap.ts";
import type { CapProblem, CapProblemCode } from "../../../shared/alerts/cap/problem-codes.ts";
import { readTime } from "./time.ts";
import type { XmlNode } from "./xml.ts";
import { CapRefused } from "./xml.ts";

/** Problems met while reading, each said once. */
export class Notes {
  readonly list: CapProblem[] = [];
  add(code: CapProblemCode, detail = ""): void {
    if (!this.list.some((each) => each.code === code && each.detail === detail)) this.list.push({ code, detail: detail.slice(0, 200) });
  }
}

/** One element of a message with the ways its children are read; elements of other namespaces (signatures) are passed over. */
export class Element {
  readonly node: XmlNode;
  readonly notes: Notes;
  constructor(node: XmlNode, notes: Notes) {
    this.node = node;
    this.notes = notes;
  }

  all(name: string): Element[] {
    return this.node.children.filter((child) => child.name === name && child.uri === this.node.uri).map((child) => new Element(child, this.notes));
  }
  get text(): string { return this.node.text.trim(); }

  /** The text of the first such child; undefined when there is none or it is empty. */
  get(name: string): string | undefined {
    const found = this.all(name);
    if (found.length > 1) this.notes.add("repeated-element", name);
    return found[0]?.text || undefined;
  }
  /** @throws CapRefused `missing-element` at this element */
  must(name: string): string {
    const value = this.get(name);
    if (value === undefined) throw new CapRefused("missing-element", this.node, name);
    return value;
  }
  texts(name: string): string[] { return this.all(name).map((each) => each.text).filter(Boolean); }

  /** `{ name: text }`, or nothing, to be spread: an absent element is an absent key. */
  maybe<const N extends string>(...names: N[]): { [K in N]?: string } {
    const found: { [K in N]?: string } = {};
    for (const name of names) {
      const value = this.get(name);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }

  /** A time that must be there and be one. @throws CapRefused */
  mustTime(name: string): string {
    const raw = this.must(name);
    const read = readTime(raw);
    if (!read) throw new CapRefused("wrong-value", this.all(name)[0]?.node ?? this.node, `${name}: ${raw.slice(0, 60)}`);
    if (!read.exact) this.notes.add("wrong-time", `${name}: ${raw.slice(0, 60)}`);
    return read.time;
  }
  /** Times that may be absent. One without an offset is left out: eight hours too early or too late is worse than to be asked. */
  maybeTimes<const N extends string>(...names: N[]): { [K in N]?: string } {
    const found: { [K in N]?: string } = {};
    for (const name of names) {
      const raw = this.get(name);
      if (raw === undefined) continue;
      const read = readTime(raw);
      if (!read?.exact) this.notes.add("wrong-time", `${name}: ${raw.slice(0, 60)}`);
      if (read && !read.noZone) found[name] = read.time;
    }
    return found;
  }

  /** A required word of a closed list, whatever its case. @throws CapRefused `wrong-value` */
  mustWord<T extends string>(name: string, words: readonly T[]): T {
    const raw = this.must(name);
    const word = wordOf(raw, words);
    if (!word) throw new CapRefused("wrong-value", this.all(name)[0]?.node ?? this.node, `${name}: ${raw.slice(0, 60)}`);
    return word;
  }

  /** Names with values; one without a name is left out and noted. */
  pairs(name: string): CapPair[] {
    return this.all(name).flatMap((each) => {
      const valueName = each.get("valueName");
      if (valueName) return [{ valueName, value: each.get("value") ?? "" }];
      this.notes.add("incomplete-element", name);
      return [];
    });
  }
}

/** The word of a closed list that a text means, whatever its case. */
export const wordOf = <T extends string>(raw: string, words: readonly T[]): T | undefined =>
  words.find((word) => word.toLowerCase() === raw.toLowerCase());
