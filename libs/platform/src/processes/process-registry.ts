import { ProcessLoads, ServerProcess, ServiceBreaker, type RequestBacklog } from '@app/contracts';
import * as z from 'zod/mini';

const { state: _, lastSeenAt: __, ...told } = ServerProcess.shape;

/** What a process says of itself. Of a newer release it may say more, which is left out. */
export const ProcessReport = z.object({
  ...told,
  status: z.enum(['ready', 'not_ready', 'draining']),
  breakers: z.array(z.object(ServiceBreaker.shape)),
  loads: z.object(ProcessLoads.shape),
});
export type ProcessReport = z.output<typeof ProcessReport>;

/** Who is told of. */
export interface ProcessMember {
  readonly id: string;
  /** How it is now. Never rejects. */
  readonly look: () => Promise<ProcessReport>;
  /** Told again and again whether it is to leave new work to others. */
  readonly hear: (isToDrain: boolean) => void;
}

/** A process as others know it. */
export interface KnownProcess {
  readonly report: ProcessReport;
  /** Since it was last heard of, in ms. */
  readonly silentMs: number;
  /** It was silent for too long to be there. */
  readonly isLost: boolean;
  /** It was told to leave new work to others, and there is another one of its app at work. */
  readonly isToDrain: boolean;
}

/** Which processes there are, and how they are: for people who run them. */
export abstract class ProcessRegistry {
  /** This process is known from now on. Once. */
  abstract announce(member: ProcessMember): void;

  /**
   * All that share the work, in no order. One that ends without a word is lost after some seconds,
   * and forgotten minutes later; 500 are known at most. Throws `service_unavailable`.
   */
  abstract list(): Promise<KnownProcess[]>;

  /**
   * Requests to these services that no replica of theirs has taken yet; for people who look, not
   * for every second. Empty where nothing is asked by a queue. Throws `service_unavailable`.
   */
  abstract backlogs(services: readonly string[]): Promise<RequestBacklog[]>;

  /**
   * Tells one to leave new work to others, which it hears within seconds; with false, to take it
   * again. The order holds while another one of its app is at work: without one, it takes work, and
   * leaves it again when there is one. Idempotent. Throws `not_found`, `service_unavailable`, and
   * `conflict` where nobody else would be at work.
   */
  abstract drain(id: string, isToDrain: boolean): Promise<void>;

  /** This process is known no more. Idempotent; never rejects. */
  abstract close(): Promise<void>;
}
