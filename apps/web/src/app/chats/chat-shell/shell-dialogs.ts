import { inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs, Menus } from '@app/web-ui';
import { whenIdle } from '../../when-idle';
import { chatTexts } from '../chat-texts';
import type { Command } from '../commands/commands';
import type { Found } from '../switcher/quick-switcher';
import { TypedAhead } from '../switcher/typed-ahead';

const loadSwitcher = async () => (await import('../switcher/quick-switcher')).QuickSwitcher;
const loadSheet = async () => (await import('../shortcuts/shortcut-sheet')).ShortcutSheet;
const loadCommands = async () => (await import('../commands/commands')).Commands;

/** What opens over any chat. Nothing of it is in the first load; see `prepare`. */
@Injectable({ providedIn: 'root' })
export class ShellDialogs {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly overlays = { dialogs: inject(Dialogs), menus: inject(Menus) };
  private isOpen = false;

  /** Fetches the switcher, so that what is typed right after its key lands in it. */
  prepare(): void {
    whenIdle(() => void this.overlays.dialogs.prepare(loadSwitcher));
  }

  /** The quick switcher, and then where the person chose to go, or what to do. */
  async find(): Promise<void> {
    const found = await this.once(() => this.openSwitcher());
    if (!found) return;
    if ('chatId' in found) await this.router.navigate(['/c', found.chatId]);
    else await this.run(found.commandId);
  }

  async showKeys(): Promise<void> {
    await this.once(() => this.overlays.dialogs.open(loadSheet));
  }

  async showMenu(anchor: HTMLElement): Promise<void> {
    const commands = (await this.commands()).filter(({ id }) => !inOtherPlaces.has(id));
    const label = chatTexts.menu;
    const id = await this.overlays.menus.open({ anchor, label, items: commands });
    if (id) await this.run(id);
  }

  private async openSwitcher(): Promise<Found | undefined> {
    const data = new TypedAhead();
    try {
      return await this.overlays.dialogs.open<Found>(loadSwitcher, { place: 'top', data });
    } finally {
      // Its code could not be had, or it was closed before it had the focus.
      data.take();
    }
  }

  private async run(id: Command['id']): Promise<void> {
    await (await this.commands()).find((command) => command.id === id)?.run();
  }

  private async commands(): Promise<readonly Command[]> {
    return this.injector.get(await loadCommands()).all();
  }

  /** A key that is pressed again while the code is on its way opens nothing twice. */
  private async once<Result>(open: () => Promise<Result>): Promise<Result | undefined> {
    if (this.isOpen) return undefined;
    this.isOpen = true;
    try {
      return await open();
    } finally {
      this.isOpen = false;
    }
  }
}

/** These have buttons of their own beside the menu. */
const inOtherPlaces: ReadonlySet<Command['id']> = new Set<Command['id']>(['new-chat', 'browse']);
