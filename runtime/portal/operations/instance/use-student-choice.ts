import { useState } from 'react';
import { listStudents } from '../../../contracts/api/organisation.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { useDebounced } from '../../app/use-debounced.ts';

/** Pupils of an org unit by name, as choices of a select, for those who have the list of pupils. */
export function useStudentChoice(unitId: string, enabled: boolean) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const { data, isFetching } = useAnswer(
    listStudents,
    { params: { id: unitId }, query: { limit: 20, ...(q === '' ? {} : { q }) } },
    { enabled, keepPrevious: true },
  );
  // Until the answer to what was typed is there, a quick Enter must not choose somebody else.
  const found = (data?.items ?? []).filter(({ name }) => name.includes(typed.trim()));
  return {
    search: setTyped,
    loading: isFetching,
    options: found.map(({ id, name, className }) => ({ value: id, label: `${name} ${className}` })),
  };
}
