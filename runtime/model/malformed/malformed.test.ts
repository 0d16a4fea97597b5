import { describe, expect, jest, test } from '@jest/globals';
import { deployable } from '../deployable.ts';
import { conformanceDocuments, type Malformed, mutants, shippedFiles, splicedDocuments } from './corpus.ts';

jest.setTimeout(300_000);
const SEED = 20_260_901;
const TOTAL = 12_000;
/** A file may be refused as a whole; nearly always the author has to be told where to look. */
const LOCATED = 0.95;

describe('a malformed BPMN file', () => {
  test('is refused with a place to look at, whatever is wrong with it', async () => {
    // given the W3C suite, the same inside valid files, and mutations of the shipped ones
    const valid = shippedFiles();
    const documents = conformanceDocuments();
    const foreign = [...documents, ...splicedDocuments(valid, documents)];
    const made = [...foreign, ...mutants(valid, Math.max(0, TOTAL - foreign.length), SEED)];
    const accepted: string[] = [];
    const crashed: string[] = [];
    const unlocated: string[] = [];
    // when
    for (const file of made) {
      const verdict = await judge(file);
      if (verdict === 'accepted') accepted.push(file.name);
      if (verdict === 'crashed') crashed.push(file.name);
      if (verdict === 'without place') unlocated.push(file.name);
    }
    // then
    const share = 1 - unlocated.length / made.length;
    process.stderr.write(
      `malformed BPMN: ${made.length} files (${documents.length} of the W3C suite), ${accepted.length} accepted, ` +
        `${crashed.length} crashed, ${(share * 100).toFixed(1)} % name element or line\n`,
    );
    expect(made.length).toBeGreaterThanOrEqual(TOTAL);
    expect(crashed).toEqual([]);
    expect(accepted).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(LOCATED);
  });

  test('would be accepted if nothing were wrong with it', async () => {
    for (const { name, xml } of shippedFiles()) {
      expect({ name, findings: (await deployable(xml)).findings }).toEqual({ name, findings: [] });
    }
  });
});

async function judge({ xml }: Malformed): Promise<'accepted' | 'crashed' | 'without place' | 'refused'> {
  try {
    const { findings, graphs } = await deployable(xml);
    if (findings.length === 0 || graphs.length > 0) return 'accepted';
    const [first] = findings;
    return first?.elementId !== undefined || first?.line !== undefined ? 'refused' : 'without place';
  } catch {
    return 'crashed';
  }
}
