import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanManifest } from '../manifest.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** A parameter that the platform reads by itself has the type that the use needs. */
export const parameterTypes: PlanCheck = ({ manifest }, report) => {
  manifest.parts.forEach(({ recordCap }, index) => {
    expectType(manifest, recordCap, 'integer', ['parts', index, 'recordCap'], report);
  });
  manifest.processes.forEach(({ timeLimit }, index) => {
    expectType(manifest, timeLimit, 'duration', ['processes', index, 'timeLimit'], report);
  });
  manifest.notices.forEach(({ period }, index) => {
    expectType(manifest, period, 'duration', ['notices', index, 'period'], report);
  });
};

function expectType(
  manifest: PlanManifest,
  key: string | undefined,
  type: string,
  path: JsonPath,
  report: PlanReport,
): void {
  const parameter = manifest.parameters.find((it) => it.key === key);
  if (!parameter || parameter.type === type) return;
  report.atManifest(
    path,
    'parameter-type',
    `The parameter ${parameter.key} is of type ${parameter.type}; one of type ${type} is needed here.`,
    { parameter: parameter.key, type: parameter.type, expected: type },
  );
}
