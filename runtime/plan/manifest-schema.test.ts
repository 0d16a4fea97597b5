import { describe, expect, test } from '@jest/globals';
import { readProjectFile } from './fixtures/shipped-plan.ts';
import { manifestJsonSchema } from './manifest-schema.ts';

describe('JSON Schema of plan.json', () => {
  /** After a change of the manifest: write JSON.stringify(manifestJsonSchema()) to the file and format it. */
  test('the committed schema is the one of the manifest', () => {
    expect(JSON.parse(readProjectFile('processes/plan.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(manifestJsonSchema())),
    );
  });

  test('plan.json of the shipped plan points at it', () => {
    const manifest = JSON.parse(readProjectFile('processes/shenzhen-junior-high/plan.json'));
    expect(manifest.$schema).toBe('../plan.schema.json');
  });
});
