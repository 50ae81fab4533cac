import type { Job } from '@app/contracts';

/** A job, and what is done when it is another one now. */
export interface JobPanelData {
  readonly job: Job;
  readonly changed: () => void;
}
