import type { AuditEntry } from '@app/contracts';
import type { AuditQuery } from './audit-filters';

/** What the panel of an entry is opened with. `ask`: for other entries, that are like it. */
export interface AuditPanelData {
  readonly entry: AuditEntry;
  readonly ask: (query: Partial<AuditQuery>) => void;
}
