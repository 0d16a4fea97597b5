import type { Random } from './random.ts';

/**
 * One way to break a BPMN file. The result is never a file that may be deployed: that is what makes "none was
 * accepted" a statement about the reader. Undefined: there is nothing to break in this file.
 */
export interface Mutation {
  /** what is wrong afterwards */
  readonly name: string;
  apply(xml: string, random: Random): string | undefined;
}

/** Replaces one match, chosen by chance, of a pattern. The pattern has to have the flag g. */
export function replaceOne(
  xml: string,
  random: Random,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): string | undefined {
  const matches = [...xml.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  const match = random.one(matches);
  return xml.slice(0, match.index) + replacement(match) + xml.slice(match.index + match[0].length);
}

/** A mutation that replaces one match of a pattern. */
export function replacing(
  name: string,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray, random: Random) => string,
): Mutation {
  return {
    name,
    apply: (xml, random) => replaceOne(xml, random, pattern, (match) => replacement(match, random)),
  };
}

/** A mutation that puts a text at a place chosen by chance among those that a pattern ends at. */
export function inserting(name: string, after: RegExp, texts: readonly string[]): Mutation {
  return replacing(name, after, (match, random) => match[0] + random.one(texts));
}
