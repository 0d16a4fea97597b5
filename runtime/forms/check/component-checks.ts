import { checkBounds } from './bounds.ts';
import type { ComponentCheck } from './check-context.ts';
import { checkDataSource } from './data-source.ts';
import { checkPickers } from './pickers.ts';
import { checkReferences } from './references.ts';
import { checkRules } from './rules.ts';
import { checkScripts } from './scripts.ts';
import { checkStructure } from './structure.ts';
import { checkTexts } from './texts.ts';

/** Every check that looks at one component. */
export const COMPONENT_CHECKS: readonly ComponentCheck[] = [
  checkStructure,
  checkScripts,
  checkRules,
  checkReferences,
  checkDataSource,
  checkBounds,
  checkTexts,
  checkPickers,
];
