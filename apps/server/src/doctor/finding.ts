/** `skipped`: there is nothing of the kind here. */
export type FindingState = 'ok' | 'warning' | 'failed' | 'skipped';

/** What was looked at, what was found, and what helps. */
export interface Finding {
  readonly check: string;
  readonly state: FindingState;
  readonly says: string;
  /** Where something is wrong. */
  readonly cure?: string;
}

/** Looks at one thing. Never rejects: what goes wrong over it is what was found. */
export type Check = () => Promise<Finding>;

export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says });

export const skipped = (check: string, says: string): Finding => ({
  ...{ check, state: 'skipped', says },
});

export const failed = (check: string, says: string, cure: string): Finding => ({
  ...{ check, state: 'failed', says, cure },
});

export const warning = (check: string, says: string, cure: string): Finding => ({
  ...{ check, state: 'warning', says, cure },
});

/** `cure`: of whatever makes it reject. */
export function checkOf(check: string, cure: string, look: () => Promise<Finding>): Check {
  return async () => {
    try {
      return await look();
    } catch (error) {
      // Of whatever kind: an operator is told of it, and of the next check.
      return failed(check, error instanceof Error ? error.message : String(error), cure);
    }
  };
}
