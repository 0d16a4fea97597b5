/** An account that the sign-in page of a trial offers. */
export interface DemoAccountHint {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly orgUnitName: string;
}
