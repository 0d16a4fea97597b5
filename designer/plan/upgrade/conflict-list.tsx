import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import type { MergeConflict, Side } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { artefactOfElement } from '../comparison/compared-artefact.ts';
import { elementName } from '../comparison/element-name.ts';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type ConflictTrees, sayConflict } from './say-conflict.ts';

interface ConflictListProps {
  readonly conflicts: readonly MergeConflict[];
  readonly trees: ConflictTrees;
  readonly onChoose: (id: string, side: Side) => void;
}

/** What both sides have changed, each with both values, to be decided one by one; nothing is lost either way. */
export function ConflictList({ conflicts, trees, onChoose }: ConflictListProps) {
  return (
    <ol className="de-conflicts">
      {conflicts.map((conflict) => (
        <li key={`${conflict.reason} ${conflict.id}`}>
          <Conflict conflict={conflict} trees={trees} onChoose={onChoose} />
        </li>
      ))}
    </ol>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly trees: ConflictTrees;
  readonly onChoose: ConflictListProps['onChoose'];
}

function Conflict({ conflict, trees, onChoose }: ConflictProps) {
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const { layer } = useWorkbench();
  const heading = useId();
  const { id, element, kind, property, reason, chosen } = conflict;
  const tree = trees.mine.has(element) ? trees.mine : trees.theirs;
  const found = tree.get(element);
  const name = found ? elementName(found, tree) : conflict.name;
  const say = (side: Side | 'base') => sayConflict(conflict, side, trees, language);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>
        <span className="de-small de-muted">{kindWords[language][kind]}</span>
        {name}
        {property !== undefined && ` · ${propertyWord(property, language)}`}
      </h3>
      <p className="de-muted">
        {t(`upgrade.reason.${reason}`)}
        {say('base') !== null && ` ${t('upgrade.before', { value: say('base') })}`}
      </p>
      {reason === 'locked' ? (
        <p>{t('upgrade.gaveUp', { value: say('mine') ?? name })}</p>
      ) : (
        <Radio.Group
          aria-labelledby={heading}
          value={chosen}
          onChange={(event) => onChoose(id, event.target.value === 'theirs' ? 'theirs' : 'mine')}
        >
          {(['mine', 'theirs'] as const).map((side) => (
            <Radio key={side} value={side}>
              {t(`upgrade.side.${side}`)}
              {say(side) !== null && <strong className="de-conflict-value">{say(side)}</strong>}
            </Radio>
          ))}
        </Radio.Group>
      )}
      <p>
        <Link to={addresses.upgrade(layer.id, artefactOfElement(element))}>{t('upgrade.look')}</Link>
      </p>
    </section>
  );
}
