interface FilterTabsProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T | null; readonly label: string }[];
  readonly onChange: (value: T | null) => void;
}

/** One choice out of a few that narrows a list; scrolls sideways on a phone. */
export function FilterTabs<T extends string>({ label, value, options, onChange }: FilterTabsProps<T>) {
  return (
    <fieldset className="po-filter">
      <legend className="op-visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value ?? ''}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
