import { useSearchParams } from 'react-router';
import { placeParameter } from '../../addresses.ts';

/** The entry that the address leads to; null where it names none. */
export function useEntryPlace(): string | null {
  const [search] = useSearchParams();
  return search.get(placeParameter);
}
