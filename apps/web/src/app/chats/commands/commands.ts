import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@app/web-session';
import { Toasts, type IconName } from '@app/web-ui';
import { placesOf } from '../../admin/admin-places';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import { InstallOffer } from '../../installation/install-offer';
import { problemWords } from '../../problem-words';
import { Theme, type ThemeChoice } from '../../theme/theme';
import { ChatStarter } from '../new-chat/chat-starter';
import { ShellDialogs } from '../chat-shell/shell-dialogs';
import { commandTexts } from './command-texts';
import { SignOut } from './sign-out';

export type CommandId =
  | 'new-chat'
  | 'browse'
  | 'directory'
  | 'search'
  | 'mark-all-read'
  | 'keys'
  | 'settings'
  | 'console'
  | `theme-${ThemeChoice}`
  | 'install'
  | 'sign-out';

/** Something to do, whichever chat is open. `isChosen`: of several, this one is in force. */
export interface Command {
  readonly id: CommandId;
  readonly label: string;
  readonly icon: IconName;
  readonly isChosen?: boolean;
  readonly run: () => void | Promise<void>;
}

const themes = ['system', 'light', 'dark', 'contrast'] as const;
const themeIcons = { system: 'monitor', light: 'sun', dark: 'moon', contrast: 'contrast' } as const;

/** What can be done from anywhere: one list for the menu, for the switcher and for keys. */
@Injectable({ providedIn: 'root' })
export class Commands {
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly theme = inject(Theme);
  private readonly starter = inject(ChatStarter);
  private readonly shell = inject(ShellDialogs);
  private readonly router = inject(Router);
  private readonly offer = inject(InstallOffer);
  private readonly leaving = inject(SignOut);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).user;

  /** As of now: what there is nothing to do for is left out. */
  all(): readonly Command[] {
    const { newChat, browse, directory, search, keys, markAllRead } = commandTexts;
    const { settings, console, install, signOut } = commandTexts;
    const hasUnread = this.store.chats().some(({ unread }) => unread > 0);
    const reading: readonly Command[] = [
      {
        ...{ id: 'mark-all-read', label: markAllRead, icon: 'check-check' },
        run: () => this.actions.markAllRead(),
      },
    ];
    const offered: readonly Command[] = [
      { id: 'install', label: install, icon: 'monitor-down', run: () => this.offer.accept() },
    ];
    const running: readonly Command[] = [
      { id: 'console', label: console, icon: 'shield-check', run: () => this.show('/admin') },
    ];
    return [
      { id: 'new-chat', label: newChat, icon: 'square-pen', run: () => this.starter.ask() },
      { id: 'browse', label: browse, icon: 'hash', run: () => this.starter.ask('browse') },
      { id: 'directory', label: directory, icon: 'users', run: () => this.show('/directory') },
      { id: 'search', label: search, icon: 'search', run: () => this.show('/search') },
      ...(hasUnread ? reading : []),
      { id: 'keys', label: keys, icon: 'keyboard', run: () => this.shell.showKeys() },
      ...this.themes(),
      { id: 'settings', label: settings, icon: 'settings', run: () => this.show('/settings') },
      ...(placesOf(this.me()?.role).length > 0 ? running : []),
      ...(this.offer.isOpen() ? offered : []),
      { id: 'sign-out', label: signOut, icon: 'log-out', run: () => this.signOut() },
    ];
  }

  private themes(): readonly Command[] {
    return themes.map((choice) => ({
      id: `theme-${choice}`,
      label: commandTexts.theme[choice],
      icon: themeIcons[choice],
      isChosen: this.theme.choice() === choice,
      run: () => this.theme.choose(choice),
    }));
  }

  private async show(page: string): Promise<void> {
    await this.router.navigateByUrl(page);
  }

  private async signOut(): Promise<void> {
    try {
      await this.leaving.run();
    } catch (error) {
      // No connection; a menu that has closed has no place for words.
      this.toasts.warn(problemWords(error));
    }
  }
}
