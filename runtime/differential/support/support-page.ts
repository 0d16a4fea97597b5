import { readFileSync } from 'node:fs';
import type { Definition } from '../definitions.ts';
import type { KnownDifference } from '../known-differences.ts';
import type { Refusal } from './refusals.ts';
import { SUPPORT_TABLES, type SupportTable } from './support-rows.ts';

/** docs/bpmn-support.md, from what the definitions prove, what is refused and where the engines differ. */
export function supportPage(
  definitions: readonly Definition[],
  refused: readonly Refusal[],
  differences: readonly KnownDifference[],
): string {
  return [
    text('page-head.md'),
    '## Supported\n',
    'The last column names definitions in `runtime/differential/definitions` that prove the row.\n',
    ...SUPPORT_TABLES.map((table) => tableText(table, definitions)),
    '## Refused\n',
    'A file that holds one of these is refused with the sentence beside it (`x` stands for the element).\n',
    '| what | the refusal |',
    '| --- | --- |',
    ...refused.map(({ what, message }) => `| ${what} | ${cell(message ?? 'not refused')} |`),
    '',
    '## Differences from Camunda 7\n',
    'Each is listed in `runtime/differential/known-differences.ts`, and a test asserts that it really occurs.\n',
    '| here | reason | shown by |',
    '| --- | --- | --- |',
    ...differences.map(
      ({ what, reason, definition, run }) =>
        `| ${cell(what)} | ${cell(reason)} | \`${definition}\`, run ${run} |`,
    ),
    '',
    text('page-tail.md'),
  ].join('\n');
}

const SHOWN = 3;

function tableText({ title, rows }: SupportTable, definitions: readonly Definition[]): string {
  return [
    `### ${title}\n`,
    '| what | notes | proved by |',
    '| --- | --- | --- |',
    ...rows.map(({ id, what, notes }) => {
      const names = definitions.filter(({ proves }) => proves.includes(id)).map(({ name }) => name);
      const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
      const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
      return `| ${what} | ${cell(notes)} | ${shown.join(', ')}${more} |`;
    }),
    '',
  ].join('\n');
}

function cell(content: string): string {
  return content.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function text(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
