import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { AdminChat } from '@app/contracts';
import { Dialogs, Toasts } from '@app/web-ui';
import { askAbout, type Meant } from '../frame/ask-about';
import { oneByOne, type Outcome } from '../frame/one-by-one';
import { adminChatTexts as texts } from './admin-chat-texts';
import { AdminChats } from './admin-chats';
import { isToBeDone, type ChatDeed } from './chat-reach';

/** What is done about one chat or several, after asking. */
@Injectable({ providedIn: 'root' })
export class ChatDeeds {
  private readonly chats = inject(AdminChats);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly names = new Intl.ListFormat(inject(LOCALE_ID));

  /** Resolves with null where it is not meant. Those with which it is done are left out. */
  async run(deed: ChatDeed, chosen: readonly AdminChat[]): Promise<Outcome<AdminChat> | null> {
    const fitting = chosen.filter((chat) => isToBeDone(deed, chat));
    const leftOut = chosen.filter((chat) => !fitting.includes(chat));
    const meant = await askAbout(this.dialogs, {
      title: texts.deeds[deed].title(whichAre(fitting)),
      text: texts.deeds[deed].text,
      note: leftOut.length > 0 ? texts.leftOut(this.namesOf(leftOut)) : '',
      action: texts.deeds[deed].name,
      isDanger: deed === 'remove',
    });
    if (!meant) return null;
    const outcome = await oneByOne(fitting, (chat) => this.one(deed, chat, meant));
    if (outcome.done.length > 0) this.toasts.say(texts.deeds[deed].done(whichAre(outcome.done)));
    return outcome;
  }

  private one(deed: ChatDeed, { id }: AdminChat, why: Meant): Promise<AdminChat> {
    if (deed === 'remove') return this.chats.remove(id, why);
    return this.chats.change(id, { isArchived: deed === 'archive', ...why });
  }

  private namesOf(chats: readonly AdminChat[]): string {
    return this.names.format(chats.map(({ name }) => name));
  }
}

/** One is called by name. */
function whichAre(chats: readonly AdminChat[]): string {
  const [first] = chats;
  return chats.length === 1 && first ? first.name : texts.count(chats.length);
}
