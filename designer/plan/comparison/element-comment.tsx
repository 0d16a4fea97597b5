import { MessageOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Comments of the authority above on elements, by the element’s id. */
export interface ElementComments {
  readonly texts: ReadonlyMap<string, string>;
  /** Absent where they are only read; an empty text takes a comment back. What is told by it need not come back in `texts`. */
  readonly onChange?: (element: string, text: string) => void;
}

interface ElementCommentProps {
  readonly element: string;
  readonly name: string;
  readonly comments: ElementComments;
}

/** What the authority above says of one element: written while it is reviewed, read when it has come back. */
export function ElementComment({ element, name, comments: { texts, onChange } }: ElementCommentProps) {
  const { t } = useTranslation('designer');
  // Its own, so that a key redraws this field and not the whole comparison.
  const [written, setWritten] = useState(texts.get(element) ?? '');
  const text = onChange === undefined ? (texts.get(element) ?? '') : written;
  const [open, setOpen] = useState(text !== '');
  if (onChange === undefined)
    return text === '' ? null : (
      <p className="de-comment">
        <MessageOutlined aria-hidden /> {text}
      </p>
    );
  if (!open)
    return (
      <Button
        type="text"
        size="small"
        icon={<MessageOutlined />}
        aria-label={t('comparison.writeComment', { name })}
        onClick={() => setOpen(true)}
      >
        {t('comparison.comment')}
      </Button>
    );
  return (
    <Input.TextArea
      autoFocus={text === ''}
      // Not as high as what is written: measuring that would lay out the whole table with each key.
      rows={2}
      maxLength={500}
      aria-label={t('comparison.commentOn', { name })}
      value={text}
      onChange={({ target: { value } }) => {
        setWritten(value);
        onChange(element, value);
      }}
      onBlur={() => setOpen(text !== '')}
    />
  );
}
