/** Which element of the version that runs becomes which element of the other version. */
export interface ElementMapping {
  readonly from: string;
  readonly to: string;
  /** events: begin to wait anew as the other version says; otherwise what was left stays */
  readonly updateTrigger?: boolean;
}

export interface MigrationPlan {
  readonly mappings: readonly ElementMapping[];
}

/** Why a plan, or an instance under a plan, cannot be migrated; the message says what to do. */
export interface MigrationFinding {
  readonly rule:
    | 'unknown-element'
    | 'kind-differs'
    | 'scope-differs'
    | 'mapped-twice'
    | 'unmapped'
    | 'flow-missing'
    | 'called-process-differs';
  readonly elementId: string;
  readonly message: string;
}
