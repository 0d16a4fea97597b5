/** Whose password is asked for, for password managers; people see it elsewhere on the page. */
export function HiddenUsername({ username }: { readonly username: string }) {
  return <input type="text" autoComplete="username" value={username} readOnly hidden />;
}
