import type { addArtefact as contract } from '@oneplan/runtime/contracts/api/layers.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { summariseArtefacts } from './artefact-summary.ts';
import { checkArtefact } from './check-artefact.ts';
import {
  afterDraftChange,
  manifestText,
  readManifestOf,
  refuseForbidden,
  withContent,
  writeManifest,
} from './draft-change.ts';
import { emptyArtefact } from './empty-artefact.ts';
import { requireArtefact } from './get-artefact.ts';
import { manifestKey, pathOfArtefact } from './plan-artefact.ts';
import { planInvalid } from './plan-problem.ts';
import { requireLayer } from './require-layer.ts';

export interface NewArtefact {
  readonly kind: 'form' | 'process' | 'decision' | 'scenario';
  readonly key: string;
  readonly name: string;
  /** Absent: an empty one. Scenarios are never empty. */
  readonly content?: string | undefined;
}

/**
 * Adds a form, or a file of one process or decision, to a draft, and to its manifest; or a file of scenarios, which the
 * manifest does not list, so that a run can be recorded while somebody works on the settings. Throws `conflict` when the key is taken, and
 * `plan-invalid` when the file holds what a plan must not hold or a layer above does not allow it.
 */
export async function addArtefact(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  { kind, key, name, content: given }: NewArtefact,
): Promise<z.input<typeof contract.response>> {
  const content = given ?? (kind === 'scenario' ? '' : emptyArtefact(kind, key, name));
  return transaction(context.database, async () => {
    const inPlace = await requireLayer(context, layerId);
    const { layer, plan } = inPlace;
    const { draft, manifest, revision } = await readManifestOf(context, layerId);
    if (
      entriesOf(manifest, kind).some((it) => it.key === key) ||
      draft.some((it) => it.kind === kind && it.key === key)
    )
      throw new AppError('conflict', `This plan has a ${kind} "${key}" already; choose another key.`, {
        kind,
        key,
      });
    const added =
      kind === 'scenario' ? manifest : withEntry(manifest, { kind, key, name }, given === undefined);
    const path = pathOfArtefact(plan.planKey, added, { kind, key });
    const findings = await checkArtefact(plan.planKey, path, { kind, content });
    if (findings.some(({ severity }) => severity === 'error')) throw planInvalid(findings);
    if (added !== manifest) {
      const manifestContent = manifestText(added);
      const after = withContent(draft, { kind: 'manifest', key: manifestKey, content: manifestContent });
      await refuseForbidden(context, inPlace, draft, [...after, { kind, key, content }]);
      await writeManifest(context, caller.userId, layerId, { content: manifestContent, revision });
    }
    await context.tables.artefacts.insert({
      layerId,
      kind,
      artefactKey: key,
      name,
      content,
      revision: 1,
      updatedAt: context.now(),
      updatedBy: caller.userId,
    });
    await afterDraftChange(context, caller, inPlace);
    await audit(context, caller, {
      action: 'plan.artefact-added',
      objectKind: 'layer',
      objectId: layerId,
      orgUnitId: layer.orgUnitId,
      detail: { kind, key },
    });
    const [artefact] = await summariseArtefacts(context, layer, [
      await requireArtefact(context, { layerId, kind, key }),
    ]);
    if (!artefact) throw new Error('one artefact has one summary');
    return { artefact, findings };
  });
}

function entriesOf(
  { forms, processes, decisions = [] }: PlanManifest,
  kind: NewArtefact['kind'],
): readonly { readonly key: string }[] {
  return { form: forms, process: processes, decision: decisions, scenario: [] }[kind];
}

/** What a record is while the empty process of `emptyArtefact` begins and once it has ended. */
const emptyStates: PlanManifest['processes'][number]['states'] = [
  { element: 'start', state: 'submitted' },
  { element: 'end', state: 'archived' },
];

function withEntry(
  manifest: PlanManifest,
  { kind, key, name }: Omit<NewArtefact, 'content'>,
  isEmpty: boolean,
): PlanManifest {
  const lock = { class: 'FREE' as const };
  if (kind === 'form')
    return {
      ...manifest,
      forms: [...manifest.forms, { key, name, file: fileFor(manifest, key, 'form.json'), lock }],
    };
  if (kind === 'decision') {
    const decision = { key, name, file: fileFor(manifest, key, 'dmn'), lock };
    return { ...manifest, decisions: [...(manifest.decisions ?? []), decision] };
  }
  const process = {
    key,
    name,
    file: fileFor(manifest, key, 'bpmn'),
    subject: 'student' as const,
    lock,
    variables: [],
    steps: [],
    states: isEmpty ? emptyStates : [],
  };
  return { ...manifest, processes: [...manifest.processes, process] };
}

/** A file name that no other entry has; ids of BPMN may differ in their case only, and names of files may not. */
function fileFor({ forms, processes, decisions = [] }: PlanManifest, key: string, ending: string): string {
  const taken = new Set([...forms, ...processes, ...decisions].map(({ file }) => file));
  const stem =
    key
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'file';
  let file = `${stem}.${ending}`;
  for (let copy = 2; taken.has(file); copy += 1) file = `${stem}-${copy}.${ending}`;
  return file;
}
