import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { packPlan } from '@oneplan/runtime/plan/plan-file/pack-plan.ts';
import { formPath, manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import type { Context } from '../../context.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { contentOfBundle } from '../plans/bundle-artefacts.ts';
import { draftContent } from '../plans/draft-content.ts';
import { planInvalid } from '../plans/plan-problem.ts';
import { contentOf, readDraft, requireLayer } from '../plans/require-layer.ts';

export interface ExportedPlan {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The draft of a layer as one file. A draft that does not fit together yet is exported as it is. Throws `plan-invalid`
 * when the manifest, or a form that it lists, can not be read: then there is no plan to export.
 */
export async function exportDraft(context: Context, layerId: string): Promise<ExportedPlan> {
  const { plan, orgUnit } = await requireLayer(context, layerId);
  const content = draftContent(plan.planKey, (await readDraft(context, layerId)).map(contentOf));
  if (!content)
    throw planInvalid([
      {
        rule: 'manifest-unreadable',
        severity: 'error',
        file: manifestPath(plan.planKey),
        message: 'The settings of this plan can not be read. Mend them first.',
      },
    ]);
  refuseIncomplete(content);
  return exported(content, `${content.manifest.name} ${orgUnit.name} 草稿`);
}

/** A published version as one file. Throws `not-found` when there is no such version of a plan. */
export async function exportVersion(context: Context, bundleId: string): Promise<ExportedPlan> {
  const bundle = await loadBundle(context, bundleId);
  if (bundle.kind !== 'plan')
    throw new AppError('not-found', 'There is no published plan version with this id.', { id: bundleId });
  const row = await context.tables.bundles.findOne({ id: bundleId });
  const unit = row && (await requireLayer(context, row.layerId)).orgUnit.name;
  return exported(contentOfBundle(bundle), `${bundle.manifest.name} ${unit ?? ''} 第 ${bundle.version} 版`);
}

function refuseIncomplete({ manifest, forms }: BundleContent): void {
  const missing = manifest.forms.filter(({ key }) => forms[key] === undefined);
  if (missing.length === 0) return;
  throw planInvalid(
    missing.map(({ key, file }) => ({
      rule: 'file-missing',
      severity: 'error',
      file: formPath(manifest.key, file),
      message: `The form ${key} is not there, or can not be read. Bring it back, or take it out of the settings.`,
    })),
  );
}

async function exported(content: BundleContent, name: string): Promise<ExportedPlan> {
  return {
    name: `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.zip`,
    bytes: await packPlan(content, webDigest),
  };
}
