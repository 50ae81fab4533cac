/**
 * The process will not start, for a reason that its operator can act on: the message says which and
 * how, and is shown without a stack.
 */
export class StartRefused extends Error {
  override readonly name: string = 'StartRefused';
}
