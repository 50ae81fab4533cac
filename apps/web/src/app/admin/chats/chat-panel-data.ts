import type { AdminChat } from '@app/contracts';

/** What the panel of a chat is opened with. `changed`: told of each change, as it is now. */
export interface ChatPanelData {
  readonly chat: AdminChat;
  readonly changed: (chat: AdminChat) => void;
}
