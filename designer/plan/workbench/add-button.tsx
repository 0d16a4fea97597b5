import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

interface AddButtonProps {
  readonly label: string;
  /** What is asked before something is added. */
  readonly children: (close: () => void) => ReactNode;
}

/** The button beside a heading of the plan's tree. */
export function AddButton({ label, children }: AddButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        size="small"
        className="de-tree-add"
        icon={<PlusOutlined />}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      />
      {open && children(() => setOpen(false))}
    </>
  );
}
