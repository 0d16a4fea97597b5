import type { saveArtefact as saveArtefactEndpoint } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ArtefactRow } from '../../persistence/tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { summariseArtefacts } from './artefact-summary.ts';
import { checkArtefact } from './check-artefact.ts';
import { afterDraftChange, refuseForbidden, withContent } from './draft-change.ts';
import { type ArtefactPlace, requireArtefact } from './get-artefact.ts';
import { listedFiles, pathOfArtefact, readManifestArtefact } from './plan-artefact.ts';
import { planInvalid } from './plan-problem.ts';
import { contentOf, readDraft, requireLayer } from './require-layer.ts';
import { scenarioName } from './scenario-name.ts';
import { revisionOf, staleArtefact } from './stale-artefact.ts';

export interface SavedContent {
  readonly content: string;
  /** The ETag that was read before the work began. */
  readonly ifMatch: string;
}

type Answer = z.input<typeof saveArtefactEndpoint.response>;

/**
 * Saves one file of a draft. Refused, with nothing changed, when somebody saved in between (`revision-stale`, says who
 * and when) or when the file holds what a plan must not hold or breaks what a layer above lays down (`plan-invalid`, with every
 * finding). The same content
 * sent again after its answer was lost is answered as saved.
 */
export async function saveArtefact(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  place: ArtefactPlace,
  { content, ifMatch }: SavedContent,
): Promise<Answer> {
  const expected = revisionOf(ifMatch);
  return transaction(context.database, async () => {
    const inPlace = await requireLayer(context, place.layerId);
    const { layer, plan } = inPlace;
    const row = await requireArtefact(context, place);
    const findings = await checkArtefact(plan.planKey, await pathInPlan(context, plan.planKey, row), {
      kind: place.kind,
      content,
    });
    if (findings.some(({ severity }) => severity === 'error')) throw planInvalid(findings);
    // Whoever works on what is not there any more learns of that first: what may be done is judged on what is there.
    if (row.revision !== expected && !isRepeated(row, caller, content, expected))
      throw await staleArtefact(context, row, expected);
    const draft = (await readDraft(context, place.layerId)).map(contentOf);
    await refuseForbidden(
      context,
      inPlace,
      draft,
      withContent(draft, { kind: place.kind, key: place.key, content }),
    );
    const changed = await context.sql.run(
      `UPDATE artefact SET content = ?, revision = revision + 1, updated_at = ?, updated_by = ?
       WHERE layer_id = ? AND kind = ? AND artefact_key = ? AND revision = ?`,
      [content, context.now(), caller.userId, place.layerId, place.kind, place.key, expected],
    );
    const saved = await requireArtefact(context, place);
    if (changed === 0) {
      if (!isRepeated(saved, caller, content, expected)) throw await staleArtefact(context, saved, expected);
    } else {
      if (place.kind === 'manifest') await renameListed(context, place.layerId, content);
      if (place.kind === 'scenario')
        await context.tables.artefacts.update(rowOf(place), { name: scenarioName(content, place.key) });
      await afterDraftChange(context, caller, inPlace);
      await audit(context, caller, {
        action: 'plan.artefact-saved',
        objectKind: 'layer',
        objectId: layer.id,
        orgUnitId: layer.orgUnitId,
        detail: { kind: place.kind, key: place.key, revision: saved.revision },
      });
    }
    const [summary] = await summariseArtefacts(context, layer, [await requireArtefact(context, place)]);
    if (!summary) throw new Error('one artefact has one summary');
    return { ...summary, findings };
  });
}

const rowOf = ({ layerId, kind, key }: ArtefactPlace) => ({ layerId, kind, artefactKey: key });

async function pathInPlan(context: Context, planKey: string, row: ArtefactRow): Promise<string> {
  const { layerId, kind, artefactKey } = row;
  const manifests = await context.tables.artefacts.find({ layerId, kind: 'manifest' });
  return pathOfArtefact(planKey, readManifestArtefact(manifests), { kind, key: artefactKey });
}

function isRepeated(
  saved: ArtefactRow,
  caller: Pick<Caller, 'userId'>,
  content: string,
  expected: number,
): boolean {
  return saved.revision === expected + 1 && saved.updatedBy === caller.userId && saved.content === content;
}

/** The manifest names the forms and flows; lists of the draft show these names. */
async function renameListed(context: Context, layerId: string, content: string): Promise<void> {
  const manifest = readManifestArtefact([{ kind: 'manifest', content }]);
  if (!manifest) return;
  const names = new Map(listedFiles(manifest).map(({ kind, key, name }) => [`${kind}/${key}`, name]));
  for (const { kind, artefactKey, name } of await readDraft(context, layerId)) {
    const listed = names.get(`${kind}/${artefactKey}`);
    if (listed !== undefined && listed !== name)
      await context.tables.artefacts.update({ layerId, kind, artefactKey }, { name: listed });
  }
}
