/** A rule did more work than it was granted. The caller must treat the rule as failed, never as passed. */
export class RuleBudgetError extends Error {
  override readonly name = 'RuleBudgetError';

  constructor() {
    super('The rule was stopped because it does too much work; make it shorter or give it less data');
  }
}

/** Counts the work of one evaluation down to zero. */
export class Meter {
  private left: number;

  constructor(budget: number) {
    this.left = budget;
  }

  spend(units: number): void {
    this.left -= units;
    if (this.left < 0) throw new RuleBudgetError();
  }
}
