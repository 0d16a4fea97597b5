import { LockOutlined } from '@ant-design/icons';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { lockWords } from '../locks/lock-words.ts';

interface PropertyLockProps {
  readonly of: string;
  readonly stated: StatedLock | undefined;
  readonly enforced: boolean;
}

/** The mark of a lock beside a property: by whom, on which ground, and what may be done all the same. */
export function PropertyLock({ of, stated, enforced }: PropertyLockProps) {
  const { t, i18n } = useTranslation('editors');
  const words = lockWords(t, i18n.language);
  const note = words.noteOf(stated, enforced);
  if (!note) return null;
  return (
    <Popover
      trigger="click"
      placement="left"
      title={note.heading}
      content={
        <div className="op-flow-lock-note">
          {note.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      }
    >
      <Button
        type="text"
        size="small"
        className="op-flow-lock"
        icon={<LockOutlined aria-hidden />}
        aria-label={`${of}：${note.heading}`}
      />
    </Popover>
  );
}
