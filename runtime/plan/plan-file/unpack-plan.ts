import type { BundleContent } from '../bundle-content.ts';
import { bundleFiles } from '../bundle-content.ts';
import { contentOfFiles } from '../content-of-files.ts';
import { type PlanFinding, PlanReport } from '../finding.ts';
import { type Digest, fingerprint } from '../fingerprint.ts';
import { readJson } from '../json-source.ts';
import { formPath, manifestPath } from '../plan-files.ts';
import { readManifest } from '../read-manifest.ts';
import { type PlanFileFinding, PlanFileRefused, planFileFinding } from './plan-file-finding.ts';
import {
  anyHeader,
  formatVersion,
  headerName,
  type PlanFileHeader,
  planFileHeader,
} from './plan-file-header.ts';
import { unzipFiles } from './unzip-files.ts';

export interface UnpackedPlan {
  readonly header: PlanFileHeader;
  readonly content: BundleContent;
  /** Path → text, as under `forms/` and `processes/`. */
  readonly files: ReadonlyMap<string, string>;
}

export interface PlanUnpacking {
  /** Absent when there is any finding. */
  readonly plan?: UnpackedPlan;
  readonly findings: readonly (PlanFileFinding | PlanFinding)[];
}

/**
 * Reads a file that `packPlan` made, in this release or an earlier one. Total: whatever the bytes are, the answer is a
 * plan or findings. That it is the plan that was exported is certain; whether it fits together, `loadPlan` says.
 */
export async function unpackPlan(bytes: Uint8Array, digest: Digest): Promise<PlanUnpacking> {
  try {
    const { header, files } = readHeader(unzipFiles(bytes));
    return await readContent(header, files, digest);
  } catch (error) {
    if (error instanceof PlanFileRefused) return { findings: [error.finding] };
    throw error;
  }
}

function readHeader(all: ReadonlyMap<string, string>): {
  header: PlanFileHeader;
  files: ReadonlyMap<string, string>;
} {
  const source = readJson(all.get(headerName) ?? '');
  const any = source.ok ? anyHeader.safeParse(source.value).data : undefined;
  if (!any || !source.ok) throw new PlanFileRefused('plan-file-header', { file: headerName });
  if (any.formatVersion > formatVersion)
    throw new PlanFileRefused('plan-file-version', { version: any.formatVersion, known: formatVersion });
  const header = planFileHeader.safeParse(source.value).data;
  if (!header) throw new PlanFileRefused('plan-file-header', { file: headerName });
  return { header, files: new Map([...all].filter(([path]) => path !== headerName)) };
}

async function readContent(
  header: PlanFileHeader,
  files: ReadonlyMap<string, string>,
  digest: Digest,
): Promise<PlanUnpacking> {
  const manifestFile = manifestPath(header.plan);
  if (!files.has(manifestFile)) throw new PlanFileRefused('plan-file-no-manifest', { file: manifestFile });
  const report = new PlanReport();
  const manifest = readManifest(files, header.plan, report);
  if (!manifest || report.findings.length > 0) return { findings: report.findings };
  const content = contentOfFiles(manifest, files);
  const expected = bundleFiles(content);
  const findings = [
    ...[...expected.keys()]
      .filter((file) => !isRead(file, content, files))
      .map((file) => planFileFinding('plan-file-missing', { file })),
    ...[...files.keys()]
      .filter((file) => !expected.has(file))
      .map((file) => planFileFinding('plan-file-unknown', { file })),
  ];
  if (findings.length > 0) return { findings };
  if ((await fingerprint(content, digest)) !== header.fingerprint)
    return { findings: [planFileFinding('plan-file-fingerprint')] };
  return { plan: { header, content, files }, findings: [] };
}

/** A form that can not be read is not in the content. */
function isRead(file: string, content: BundleContent, files: ReadonlyMap<string, string>): boolean {
  const { manifest } = content;
  const form = manifest.forms.find((entry) => formPath(manifest.key, entry.file) === file);
  return files.has(file) && (form === undefined || content.forms[form.key] !== undefined);
}
