import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Role } from '../../contracts/roles.ts';
import { useMe } from '../session/me-context.ts';
import { unitsWithRole } from '../session/own-units.ts';

export const watchers: readonly Role[] = ['city-admin', 'district-admin', 'school-admin', 'principal'];
export const managers: readonly Role[] = ['city-admin', 'district-admin', 'school-admin'];

interface OperatedUnit {
  /** Null: the person operates nothing. */
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string } | null;
  /** Chooses among several; null: there is one. */
  readonly picker: ReactNode;
}

/** The org unit whose flows a page is about: one of those where the person holds one of the roles. Kept in the address. */
export function useOperatedUnit(roles: readonly Role[]): OperatedUnit {
  const { t } = useTranslation('portal');
  const units = unitsWithRole(useMe(), roles);
  const [search, setSearch] = useSearchParams();
  const unit = units.find(({ id }) => id === search.get('unit')) ?? units[0] ?? null;
  const picker =
    units.length > 1 ? (
      <Select
        aria-label={t('operations.unit')}
        value={unit?.id}
        onChange={(id) => setSearch({ unit: id }, { replace: true })}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    ) : null;
  return { unit, picker };
}
