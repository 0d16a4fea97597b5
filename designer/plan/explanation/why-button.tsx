import { LockOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { PropertyPath } from '@oneplan/runtime/plan/elements/json-value.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { sayBasis } from './say-basis.ts';
import { ShortExplanation } from './short-explanation.tsx';
import '../editing/lock-mark.css';

interface WhyButtonProps {
  readonly element: string;
  readonly name: string;
  /** The rule from above that holds here; undefined where nothing above speaks of it. */
  readonly rule: StatedLock | undefined;
  /** The property that is asked about; undefined: the element as a whole. */
  readonly path?: PropertyPath;
}

/** The rule on something, as a calm mark; pressing it says who set it, on which clause, and what one may do. */
export function WhyButton({ element, name, rule, path }: WhyButtonProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        title={t('explanation.ask', { name })}
        content={
          open && (
            <div className="de-lock-note">
              <ShortExplanation element={element} rule={rule} path={path} />
              <p>
                <Link to={addresses.explanation(layer.id, element)}>{t('explanation.all')}</Link>
              </p>
            </div>
          )
        }
      >
        <Button
          type="text"
          size="small"
          className="de-lock de-no-print"
          data-class={rule?.lock.class ?? 'FREE'}
        >
          {rule && rule.lock.class !== 'FREE' ? (
            <LockOutlined aria-hidden />
          ) : (
            <QuestionCircleOutlined aria-hidden />
          )}
          {rule ? t(`workbench.lock.short.${rule.lock.class}`) : t('explanation.short')}
          <span className="op-visually-hidden">{t('workbench.lock.label', { name })}</span>
        </Button>
      </Popover>
      {rule && (
        <span className="de-print-only">
          {t(`workbench.lock.short.${rule.lock.class}`)} {rule.authority} {sayBasis(rule.basis)}
        </span>
      )}
    </>
  );
}
