import { DialogHarness } from '../../dialog/testing/dialog-harness';

/** An open sheet; look for it from the document's root, as it stands outside of its page. */
export class SheetHarness extends DialogHarness {
  static override readonly hostSelector: string = '.ui-sheet-panel cdk-dialog-container';
}
