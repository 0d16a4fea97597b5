import { contentOfFiles } from '@oneplan/runtime/plan/content-of-files.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { unzipFiles } from '@oneplan/runtime/plan/plan-file/unzip-files.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import type { PlanSide } from '../comparison/plan-side.ts';
import { readManifestText } from '../workbench/use-manifest.ts';

/** The plan in a file that the server has found to be one, to be shown beside another; null when it can not be read. */
export async function fileSide(bytes: Uint8Array, planKey: string): Promise<PlanSide | null> {
  const files = unzipFiles(bytes);
  const manifest = readManifestText(files.get(manifestPath(planKey)) ?? '');
  if (manifest === null) return null;
  const content = contentOfFiles(manifest, files);
  return { content, ...(await readLayer(content)) };
}
