import { z } from 'zod';
import { manifest } from './manifest.ts';

/** JSON Schema (2020-12) of `plan.json`, for editors and foreign tools; committed as `processes/plan.schema.json`. */
export function manifestJsonSchema(): object {
  return { title: 'OnePlan plan.json', ...z.toJSONSchema(manifest, { io: 'input' }) };
}
