import type { Report } from '@app/contracts';

/**
 * What the panel of a report is opened with. `changed`: told of it as it is now; `outdated`: that
 * it is not what it was, and nobody here knows what instead.
 */
export interface ReportPanelData {
  readonly report: Report;
  readonly changed: (report: Report) => void;
  readonly outdated: () => void;
}
