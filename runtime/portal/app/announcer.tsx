import { CheckCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

interface Announcement {
  readonly text: string;
  readonly kind: 'done' | 'note';
  readonly serial: number;
}

type Announce = (text: string, kind?: Announcement['kind']) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** ms for which a message is shown: long enough to be read, it never covers what is pressed next. */
const shownFor = 6_000;

/** One line at the edge that says what has just been done; readers hear it without losing their place. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Announcement | null>(null);
  const serial = useRef(0);
  const announce = useCallback<Announce>((text, kind = 'done') => {
    serial.current += 1;
    setShown({ text, kind, serial: serial.current });
  }, []);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="po-announcer" role="status" aria-live="polite">
        {shown !== null && (
          <p key={shown.serial} data-kind={shown.kind}>
            {shown.kind === 'done' ? <CheckCircleOutlined aria-hidden /> : <InfoCircleOutlined aria-hidden />}
            <span>{shown.text}</span>
          </p>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
