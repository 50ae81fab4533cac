import type { Account } from '@app/contracts';

/** What the panel of an account is opened with. `changed`: told of each change, as it is now. */
export interface PanelData {
  readonly account: Account;
  readonly changed: (account: Account) => void;
}
