import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../addresses.ts';
import { useDraftPlan } from '../simulation/draft/use-draft-plan.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Where a decision is asked, and what is there to be read: the variables of those processes. */
export function DecisionUses({ decision }: { readonly decision: string }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { data } = useDraftPlan();
  const plan = data?.plan;
  if (!plan) return null;
  const uses = plan.manifest.processes.flatMap(({ key, name, variables }) =>
    Object.values(plan.processes.get(key)?.graph.nodes ?? {}).flatMap((node) =>
      node.kind === 'business-rule-task' && node.decision === decision
        ? [{ process: key, name, task: node.name ?? node.id, id: node.id, variables }]
        : [],
    ),
  );
  const names = [...new Set(uses.flatMap(({ variables }) => variables.map(({ name }) => name)))];
  return (
    <section className="de-card de-try" aria-labelledby="de-decision-uses">
      <h2 id="de-decision-uses">{t('decisions.uses.title')}</h2>
      {uses.length === 0 ? (
        <p className="de-muted">{t('decisions.uses.none')}</p>
      ) : (
        <ul className="de-uses">
          {uses.map(({ process, name, task, id }) => (
            <li key={`${process}/${id}`}>
              <Link
                to={`${addresses.process(layer.id, process)}?${placeParameter}=${encodeURIComponent(id)}`}
              >
                {name} · {task}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <p className="de-muted">
          {t('decisions.uses.variables', { names: names.join(t('decisions.try.separator')) })}
        </p>
      )}
    </section>
  );
}
