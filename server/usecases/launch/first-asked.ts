import type { LaunchPreview } from '@oneplan/runtime/contracts/api/launches.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import type { Context } from '../../context.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { askedBy } from '../engine/asked-by.ts';
import { stepContext } from '../engine/step-context.ts';
import { memberVariables } from '../records/member-variables.ts';
import { startVariables } from '../records/start-variables.ts';
import type { Launch } from './launch.ts';
import { hindrancesOf, type RosterPupil, readRoster } from './launch-roster.ts';

type Asked = Omit<Launch, 'id' | 'createdBy'>;
type First = Pick<LaunchPreview, 'first' | 'problem'>;

/** Classes that are looked through for a pupil who can be started. */
const looked = 4;

/** Takes the first step of the flow for one pupil, in memory only: the tasks that it comes to, or why it cannot begin. */
export async function firstAsked(
  context: Context,
  asked: Asked,
  bundle: PublishedBundle,
  path: string,
): Promise<First> {
  const { pupils } = await readRoster(context, asked, path, { after: '', classes: looked });
  const hindered = await hindrancesOf(context, asked, bundle, pupils);
  const pupil = pupils.find(({ studentId }) => !hindered.has(studentId));
  const process = bundle.processes.get(asked.processKey);
  if (!pupil || !process) return { first: [], problem: null };
  try {
    const { effects } = step(
      process.graph,
      null,
      {
        type: 'start',
        variables: await variablesOf(context, asked, bundle, pupil),
        initiator: pupil.userId ?? '',
        businessKey: pupil.studentId,
      },
      stepContext(context, bundle),
    );
    return {
      first: effects.flatMap((effect) =>
        effect.type === 'user-task-created'
          ? [{ elementId: effect.elementId, name: effect.name, ...askedBy(effect, pupil.userId) }]
          : [],
      ),
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { first: [], problem: error.message };
  }
}

async function variablesOf(context: Context, asked: Asked, bundle: PublishedBundle, pupil: RosterPupil) {
  const process = bundle.manifest.processes.find(({ key }) => key === asked.processKey);
  if (!process) return {};
  const form = asked.formKey === null ? undefined : bundle.forms.get(asked.formKey);
  return {
    ...startVariables(bundle, process, {
      initiatorId: pupil.userId ?? '',
      submission: form ? { id: context.newId(), formKey: form.key, title: form.name } : null,
      studentId: pupil.studentId,
    }),
    ...(await memberVariables(context, process, pupil.path)),
  };
}
