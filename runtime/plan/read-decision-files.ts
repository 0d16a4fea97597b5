import { compileDecisions } from '../decisions/compile-decisions.ts';
import { decisionReads } from '../decisions/decision-reads.ts';
import { readDecisions } from '../decisions/read-decisions.ts';
import { idOf } from '../model/moddle-element.ts';
import type { DecisionUnderCheck } from './checks/plan-under-check.ts';
import type { PlanReport } from './finding.ts';
import type { PlanManifest } from './manifest.ts';
import { processPath } from './plan-files.ts';

/** The decisions that the manifest lists, by key; one that cannot be evaluated is left out and reported. */
export async function readDecisionFiles(
  manifest: PlanManifest,
  files: ReadonlyMap<string, string>,
  report: PlanReport,
): Promise<ReadonlyMap<string, DecisionUnderCheck>> {
  const decisions = new Map<string, DecisionUnderCheck>();
  for (const [index, { key, file: name }] of (manifest.decisions ?? []).entries()) {
    const file = processPath(manifest.key, name);
    const xml = files.get(file);
    if (xml === undefined) {
      const message = `${file}, the decision ${key}, is not there.`;
      report.atManifest(['decisions', index, 'file'], 'file-missing', message, { file });
      continue;
    }
    const read = await readDecisionFile(file, xml, report);
    if (read === undefined) continue;
    if (read.keys.includes(key)) decisions.set(key, read);
    else {
      const message = `${file} has no decision ${key}. It has: ${read.keys.join(', ')}.`;
      report.atManifest(['decisions', index, 'key'], 'decision-missing', message, { key, file });
    }
  }
  return decisions;
}

/** A DMN file; undefined when it must not be saved or published, and then the report says why. */
export async function readDecisionFile(
  file: string,
  xml: string,
  report: PlanReport,
): Promise<DecisionUnderCheck | undefined> {
  const { findings, decisions: compiled } = await compileDecisions(xml);
  for (const { rule, elementId, line, message, params } of findings)
    report.add({ rule: `decision.${rule}`, file, elementId, line, message, params });
  if (findings.length > 0) return undefined;
  const { decisions } = await readDecisions(xml);
  return { file, xml, keys: decisions.map(idOf), compiled, reads: decisionReads(decisions) };
}
