import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { ChatStore } from './chat-store';

/**
 * The chats live on beside other pages, also where those were opened first: what waits is sent, and
 * signing out knows what there is to forget.
 */
export const withChats: CanActivateFn = () => {
  inject(ChatStore);
  return true;
};
