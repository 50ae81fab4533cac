import {
  ApplicationRef,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  outputBinding,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Composer, Dialogs, IconButton } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { Workspace } from '../../workspace/workspace';
import { asOffered, Attachments, type Offered } from '../attaching/attachments';
import { AttachmentTray } from '../attaching/attachment-tray';
import { attachingTexts } from '../attaching/attaching-texts';
import { chatTexts } from '../chat-texts';
import { LiveLines } from '../message-list/live-lines';
import { MessageDeeds } from '../message-list/message-deeds';
import { PeopleNames } from '../people-names';
import { saidInShort } from '../said-in-short';
import { callOfMany } from '../signs/calls-many';
import { isCallMeant } from '../signs/is-call-meant';
import { VoiceButton } from '../voice/voice-button';
import { VoiceDesk } from '../voice/voice-desk';
import { voiceTexts } from '../voice/voice-texts';
import { WritingAids } from './writing-aids';
import { writingTexts } from './writing-texts';

/**
 * Where one writes into the open chat, or speaks: the words, the files that go with them, and what
 * they answer to. In a chat where one may only read it says so.
 */
@Component({
  selector: 'app-chat-composer',
  imports: [AttachmentTray, Composer, IconButton, VoiceButton],
  templateUrl: './chat-composer.html',
  styleUrl: './chat-composer.css',
})
export class ChatComposer {
  /** Of the chat. */
  readonly title = input.required<string>();
  /** Something was sent. */
  readonly sent = output();
  /** The person wants the last own message back. */
  readonly editLast = output();

  protected readonly store = inject(OpenChatStore);
  protected readonly deeds = inject(MessageDeeds);
  protected readonly aids = inject(WritingAids);
  protected readonly attachments = inject(Attachments);
  protected readonly config = inject(Workspace).config;
  protected readonly voice = inject(VoiceDesk);
  protected readonly texts = chatTexts;
  protected readonly writing = writingTexts;
  protected readonly attaching = attachingTexts;
  protected readonly speaking = voiceTexts;
  protected readonly asOffered = asOffered;
  private readonly names = inject(PeopleNames);
  private readonly lines = inject(LiveLines);
  private readonly app = inject(ApplicationRef);
  private readonly dialogs = inject(Dialogs);
  private readonly composer = viewChild(Composer);
  private readonly speech = viewChild('speech', { read: ViewContainerRef });

  protected readonly replyText = computed(() => {
    const message = this.deeds.replyTo();
    return message ? saidInShort(message) : '';
  });
  protected readonly replyTitle = computed(() => {
    const message = this.deeds.replyTo();
    return message ? chatTexts.replyingTo(this.names.of(message.senderId)) : '';
  });

  /** Why one cannot write. */
  protected readonly closed = computed(() => {
    const chat = this.store.chat();
    if (chat?.isArchived) return chatTexts.archivedHint;
    return chat?.myRole === 'readonly' ? writingTexts.onlyReading : chatTexts.readOnly;
  });

  /** A voice message stands in the place of what one writes. */
  readonly isSpeaking = computed(() => this.voice.panel() !== null);
  protected readonly inert = computed(() => (this.isSpeaking() ? '' : null));
  private readonly isEmpty = computed(
    () => this.store.draft() === '' && this.attachments.shown().length === 0,
  );
  /** What another tab writes meanwhile takes no button from a hand that is on it. */
  protected readonly maySpeak = computed(() => this.isEmpty() || this.isSpeaking());

  constructor() {
    this.showSpeech();
    effect(() => {
      if (this.deeds.replyTo()) this.focus();
    });
  }

  /** Not with a finger: a keyboard on the screen would cover what one came to read. */
  focus(): void {
    if (matchMedia('(hover: hover)').matches) queueMicrotask(() => this.composer()?.focus());
  }

  attach(offered: readonly Offered[]): void {
    if (offered.length === 0) return;
    this.attachments.add(offered);
    this.lines.say(attachingTexts.attached(offered.length));
    this.focus();
  }

  /** Who calls many is asked first; until then, and after a no, the words stay where they are. */
  protected async send(text: string): Promise<void> {
    const call = callOfMany(text, this.store.chat());
    if (!call) {
      this.sendNow(text);
      return;
    }
    const chatId = this.store.chatId();
    const isMeant = await isCallMeant(this.dialogs, call);
    if (isMeant && this.store.chatId() === chatId) this.sendNow(text);
  }

  protected pick(picker: HTMLInputElement): void {
    this.attach(asOffered(picker.files ?? []));
    // The same file may be chosen again.
    picker.value = '';
  }

  protected write(text: string): void {
    this.store.write(text);
    this.store.setTyping(text !== '');
  }

  protected async addEmoji(anchor: HTMLElement): Promise<void> {
    const emoji = await this.aids.chooseEmoji(anchor);
    if (emoji !== undefined) this.composer()?.insert(emoji);
  }

  private sendNow(text: string): void {
    const files = this.attachments.take();
    const replyTo = this.deeds.replyTo()?.id;
    if (files.length > 0) this.store.send(text, replyTo, files);
    else if (text !== '') this.store.send(text, replyTo);
    this.store.setTyping(false);
    this.deeds.replyTo.set(null);
    // The field is empty before the next key comes, however busy the page is: a second Enter would
    // send the text again, and a letter would go on with it.
    queueMicrotask(() => this.app.tick());
    this.sent.emit();
  }

  /** Its code comes late, so that no template can name it. */
  private showSpeech(): void {
    effect((onCleanup) => {
      const [place, panel] = [this.speech(), this.voice.panel()];
      if (!place || !panel) return;
      const bindings = [outputBinding('sent', () => this.sent.emit())];
      const shown = place.createComponent(panel, { bindings });
      onCleanup(() => {
        shown.destroy();
        this.focus();
      });
    });
  }
}
