import type { Import } from '@app/contracts';

/** An import, and what is done when there is less or more to be listed. */
export interface ImportPanelData {
  readonly import: Import;
  readonly changed: () => void;
}
