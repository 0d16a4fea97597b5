import { createContext, useContext } from 'react';

/** The entry whose fields are shown. */
export interface OpenEntry {
  /** Its id in the plan as a tree: `group:expert`. */
  readonly element: string;
  readonly name: string;
}

export const EntryContext = createContext<OpenEntry>({ element: '', name: '' });

export const useEntry = () => useContext(EntryContext);
