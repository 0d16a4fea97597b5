import { ExclamationCircleOutlined } from '@ant-design/icons';

/** What is wrong, one sentence a line; read out when it changes. */
export function Problems({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <div role="status" />;
  return (
    <div role="status">
      <ul className="de-problems">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <ExclamationCircleOutlined aria-hidden /> {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
