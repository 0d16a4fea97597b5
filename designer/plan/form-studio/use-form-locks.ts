import { useMemo } from 'react';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { type FormLocks, formLocks } from './form-locks.ts';

/** The locks of the layers above on one form; undefined at the top of a plan. */
export function useFormLocks(form: string): FormLocks | undefined {
  const { data: above } = useLayersAbove();
  return useMemo(() => above && formLocks(above, form), [above, form]);
}
