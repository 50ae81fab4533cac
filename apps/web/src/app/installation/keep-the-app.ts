import {
  afterNextRender,
  effect,
  EnvironmentInjector,
  inject,
  isDevMode,
  untracked,
} from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { ChatStore } from '../data-access/chat-store';
import { whenIdle } from '../when-idle';
import { InstallOffer } from './install-offer';

/**
 * Once the chats stand on the screen and the browser has nothing else to do: keeps the app for
 * visits without a network. Until then it would only be in the way of the first load. A guard that
 * lets everybody pass, since it runs after the one that knows who is signed in.
 */
export const keepTheApp: CanActivateFn = () => {
  // The browser makes its offer once, and maybe before anybody looks into the menu.
  inject(InstallOffer);
  // A build for development has no list of its files.
  if (isDevMode()) return true;
  const [store, injector] = [inject(ChatStore), inject(EnvironmentInjector)];
  const listed = effect(() => {
    if (!store.isReady()) return;
    listed.destroy();
    untracked(() => afterNextRender({ read: () => whenIdle(() => void load()) }, { injector }));
  });
  const load = async (): Promise<void> => {
    try {
      const { AppKeeper } = await import('./app-keeper');
      injector.get(AppKeeper).start();
    } catch {
      // TypeError: the network went before the code came. The next visit keeps the app.
    }
  };
  return true;
};
