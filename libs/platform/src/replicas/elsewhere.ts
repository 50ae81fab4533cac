/**
 * Thrown by a method whose work only another replica of its service can do: the transport passes
 * the request on to it, once, and the caller has its answer from there.
 */
export class Elsewhere extends Error {
  constructor(readonly replicaId: string) {
    super(`With replica ${replicaId}`);
  }
}
