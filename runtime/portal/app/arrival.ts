let arriving = false;

/** A navigation inside the portal has happened: the next page that is drawn may take the focus. */
export function noteArrival(): void {
  arriving = true;
}

/** True once after each navigation; never for the page that the browser itself opened. */
export function takeArrival(): boolean {
  const was = arriving;
  arriving = false;
  return was;
}
