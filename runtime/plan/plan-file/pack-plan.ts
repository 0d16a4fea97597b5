import { strToU8, zipSync } from 'fflate/browser';
import { type BundleContent, bundleFiles } from '../bundle-content.ts';
import { canonicalText } from '../canonical.ts';
import { type Digest, fingerprint } from '../fingerprint.ts';
import { formatVersion, headerName, type PlanFileHeader } from './plan-file-header.ts';

/**
 * A plan as one file: a zip of its files as under `forms/` and `processes/`, and a header with its key and fingerprint.
 * The same content makes the same bytes, whenever and wherever: names are sorted, dates are fixed, line ends are LF.
 */
export async function packPlan(content: BundleContent, digest: Digest): Promise<Uint8Array<ArrayBuffer>> {
  const { key: plan, name } = content.manifest;
  const header: PlanFileHeader = {
    format: 'oneplan-plan',
    formatVersion,
    plan,
    name,
    fingerprint: await fingerprint(content, digest),
  };
  const files = new Map([...bundleFiles(content)].map(([path, text]) => [path, canonicalText(text)]));
  files.set(headerName, `${JSON.stringify(header, null, 2)}\n`);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zipped = zipSync(Object.fromEntries(sorted.map(([path, text]) => [path, strToU8(text)])), {
    level: 9,
    mtime: earliest,
    os: 3,
  });
  return new Uint8Array(zipped);
}

/** The first day that a zip file can name, read as local time, as zip files have it. */
const earliest = new Date(1980, 0, 1);
