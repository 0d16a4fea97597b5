import { Input, type InputRef } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useEffect, useRef, useState } from 'react';

interface TextSettingProps {
  readonly id: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
  /** For what was just put in: typing names it. */
  readonly takesFocus?: boolean;
  readonly onSet: (value: string) => void;
}

/** A text that becomes part of the flow when it is left or on Enter: one step to take back, not one a letter. */
export function TextSetting({ id, value, rows, onSet, takesFocus = false, ...rest }: TextSettingProps) {
  const [typed, setTyped] = useState(value);
  const input = useRef<InputRef>(null);
  // Behind the menu that it was chosen from, which gives the focus back to its button.
  useEffect(() => {
    if (!takesFocus) return;
    const later = setTimeout(() => input.current?.select(), 200);
    return () => clearTimeout(later);
  }, [takesFocus]);
  useEffect(() => setTyped(value), [value]);
  const set = () => {
    if (typed !== value) onSet(typed);
  };
  const shared = {
    id,
    value: typed,
    onBlur: set,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setTyped(target.value),
    ...rest,
  };
  if (rows !== undefined) return <Input.TextArea {...shared} autoSize={{ minRows: rows, maxRows: 8 }} />;
  return <Input {...shared} ref={input} onPressEnter={set} />;
}

export const nameOf = ({ businessObject }: ModelElement): string => businessObject.name ?? '';
