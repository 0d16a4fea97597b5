export type InboxCommand = 'next' | 'previous' | 'confirm' | 'return' | 'select' | 'search' | 'help';

/** The keys of the inbox, in the order of the help. */
export const inboxKeys: readonly { readonly keys: readonly string[]; readonly command: InboxCommand }[] = [
  { keys: ['ArrowDown', 'j'], command: 'next' },
  { keys: ['ArrowUp', 'k'], command: 'previous' },
  { keys: ['c'], command: 'confirm' },
  { keys: ['r'], command: 'return' },
  { keys: ['x'], command: 'select' },
  { keys: ['/'], command: 'search' },
  { keys: ['?'], command: 'help' },
];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** An input method is composing: the key belongs to it. */
  readonly isComposing: boolean;
  readonly repeat: boolean;
  /** Where the key was pressed. */
  readonly target: {
    readonly tagName?: string;
    readonly role?: string | null;
    readonly editable?: boolean;
  } | null;
}

const typing = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
/** Roles that use arrow keys or letters themselves. */
const ownKeys = new Set([
  'combobox',
  'listbox',
  'option',
  'radio',
  'radiogroup',
  'menuitem',
  'menu',
  'tab',
  'textbox',
]);

/**
 * What a key means in the inbox; nothing while somebody types, composes, or uses a control with keys of its own.
 * A key that is held down moves on but never decides twice.
 */
export function inboxCommand(pressed: Pressed): InboxCommand | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null;
  const { target } = pressed;
  if (target !== null) {
    if (typing.has(target.tagName ?? '') || target.editable === true || ownKeys.has(target.role ?? ''))
      return null;
  }
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const command = inboxKeys.find(({ keys }) => keys.includes(key))?.command ?? null;
  return pressed.repeat && command !== 'next' && command !== 'previous' ? null : command;
}
