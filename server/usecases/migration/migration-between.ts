import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import {
  loadBundle,
  type PublishedBundle,
  type PublishedDefinition,
} from '../../persistence/published-bundle.ts';

export interface MigrationRequest {
  /** The version whose instances are to move. */
  readonly fromBundleId: string;
  readonly toBundleId: string;
  readonly processKey: string;
}

/** A process in two published versions of one plan. */
export interface MigrationBetween {
  readonly from: PublishedDefinition;
  readonly to: PublishedDefinition;
  /** Where the other version is published: it governs nobody outside. */
  readonly toPath: string;
}

/** Throws `migration-not-possible`, saying why, unless both are versions of one plan and have the process. */
export async function migrationBetween(
  context: Context,
  request: MigrationRequest,
): Promise<MigrationBetween> {
  const { fromBundleId, toBundleId } = request;
  const rows = await context.tables.bundles.find({ id: [fromBundleId, toBundleId] });
  const fromRow = rows.find(({ id }) => id === fromBundleId);
  const toRow = rows.find(({ id }) => id === toBundleId);
  if (!fromRow || !toRow || fromRow.id === toRow.id || fromRow.planId !== toRow.planId)
    throw notPossible(request, 'other-plan', 'Choose another published version of the same plan.');
  const layer = await context.tables.layers.findOne({ id: toRow.layerId });
  const unit = layer && (await context.tables.orgUnits.findOne({ id: layer.orgUnitId }));
  if (!unit) throw notPossible(request, 'other-plan', 'Choose another published version of the same plan.');
  return {
    from: definitionIn(await loadBundle(context, fromRow.id), request),
    to: definitionIn(await loadBundle(context, toRow.id), request),
    toPath: unit.path,
  };
}

function definitionIn(bundle: PublishedBundle, request: MigrationRequest): PublishedDefinition {
  const process = bundle.processes.get(request.processKey);
  if (process) return { bundle, process };
  throw notPossible(
    request,
    'unknown-process',
    `Version ${bundle.version} has no process "${request.processKey}".`,
  );
}

const notPossible = (request: MigrationRequest, reason: string, message: string) =>
  new AppError('migration-not-possible', message, { ...request, reason });
