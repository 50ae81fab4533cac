import type { ClientState } from '@app/chat-state';

/** Where what is known is kept; the reducer's functions are the only steps. */
export interface ChatMemory {
  state(): ClientState;
  change(step: (state: ClientState) => ClientState): void;
}
