import { problem, type Scope } from '@app/contracts';
import type { Verified } from './access-tokens.js';

/**
 * Throws `insufficient_scope` to a personal access token that lacks this scope; without one:
 * to every such token. Whoever has signed in may do what they may do.
 */
export function checkScope({ scopes }: Pick<Verified, 'scopes'>, scope: Scope | undefined): void {
  if (!scopes) return;
  if (scope === undefined || !scopes.has(scope)) {
    throw problem('insufficient_scope', { scope: scope ?? null });
  }
}
