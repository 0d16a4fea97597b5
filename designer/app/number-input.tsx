import { InputNumber, type InputNumberProps } from 'antd';

/** A number, typed or stepped with the arrow keys. Without antd’s small arrows: they have English names and no place in the order of Tab. */
export function NumberInput(props: InputNumberProps<number>) {
  return <InputNumber<number> controls={false} {...props} />;
}
