import type { ServerProcess } from '@app/contracts';

/** A process, and what is done when it is about to be another one. */
export interface ProcessPanelData {
  readonly process: ServerProcess;
  readonly changed: () => void;
}
