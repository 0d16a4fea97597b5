export interface TestDatabase {
  /** `mysql://user:password@host:port/` */
  readonly url: string;
  readonly name: string;
  readonly pid?: number;
  /** Those of a private one. */
  readonly kill?: () => Promise<void>;
  readonly restart?: () => void;
  stop(): Promise<void>;
}

export function startTestDatabase(options?: {
  readonly folder?: string;
  readonly settings?: readonly string[];
  readonly own?: boolean;
}): Promise<TestDatabase | null>;
