import { Problem, problem } from '@app/contracts';

const path = 'rtpCapabilities.codecs';

/** The device has none of the codecs in which this is sent: that is nobody's mistake. */
export const undecodable = (): Problem =>
  problem('validation_failed', { issues: [{ path, message: 'No codec in common' }] });

/** Whether it is that, and not parameters that are none. */
export function isUndecodable(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  const { issues = [] } = error.params as {
    readonly issues?: readonly { readonly path: string }[];
  };
  return issues.some((issue) => issue.path === path);
}
