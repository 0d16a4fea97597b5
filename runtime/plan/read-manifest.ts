import type { z } from 'zod';
import type { PlanReport } from './finding.ts';
import { type JsonPath, readJson } from './json-source.ts';
import { manifest, type PlanManifest } from './manifest.ts';
import { manifestPath, planOfManifestPath } from './plan-files.ts';

/** The manifest of the plan, or of the only plan among the files; undefined when the report says why not. */
export function readManifest(
  files: ReadonlyMap<string, string>,
  plan: string | undefined,
  report: PlanReport,
): PlanManifest | undefined {
  const folder = plan ?? onlyPlan(files, report);
  if (folder === undefined) return undefined;
  const file = manifestPath(folder);
  const text = files.get(file);
  if (text === undefined) return missing(file, report);
  const source = readJson(text);
  if (!source.ok) {
    const { message, line, column } = source;
    report.add({
      rule: 'json-syntax',
      file,
      line,
      column,
      message: `Not JSON: ${message}.`,
      params: { reason: message },
    });
    return undefined;
  }
  report.manifestIs(file, source.locate);
  const parsed = manifest.safeParse(source.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues.flatMap(leaves)) addIssue(issue, report);
    return undefined;
  }
  if (parsed.data.key !== folder)
    report.atManifest(
      ['key'],
      'folder-mismatch',
      `The plan ${parsed.data.key} stands in the folder ${folder}.`,
      {
        key: parsed.data.key,
        folder,
      },
    );
  return parsed.data;
}

function onlyPlan(files: ReadonlyMap<string, string>, report: PlanReport): string | undefined {
  const plans = [...files.keys()].flatMap((path) => planOfManifestPath(path) ?? []);
  if (plans.length > 1)
    report.add({
      rule: 'manifest-ambiguous',
      file: manifestPath(plans[1] ?? ''),
      message: `There are several plans: ${plans.join(', ')}. Say which one to load.`,
      params: { plans: plans.join(', ') },
    });
  if (plans.length === 0) missing(manifestPath('<plan>'), report);
  return plans.length === 1 ? plans[0] : undefined;
}

function missing(file: string, report: PlanReport): undefined {
  report.add({ rule: 'manifest-missing', file, message: `There is no ${file}; every plan has one.` });
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** Of a union the branch that got furthest tells most; the others would only say that they are not meant. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const depth = (errors: Issue[]) => Math.min(...errors.map(({ path }) => path.length));
  const best = branches.reduce((a, b) =>
    depth(b) > depth(a) || (depth(b) === depth(a) && b.length < a.length) ? b : a,
  );
  return best;
}

function addIssue(issue: Issue, report: PlanReport): void {
  const path: JsonPath = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report.atManifest([...path, key], 'schema', `${key} is not known here.`, {
        reason: 'unrecognized_keys',
        key,
      });
    return;
  }
  report.atManifest(path, 'schema', `${issue.message}.`, { reason: issue.code });
}
