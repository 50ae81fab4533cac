import { Component, inject, linkedSignal, output, signal } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Field, Switch } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { problemWords } from '../../problem-words';
import { peopleTexts } from '../people/people-texts';
import { isSlug, slugOf } from './channel-slug';

/** A channel: a name, an address, and who may find it and write. */
@Component({
  selector: 'app-channel-form',
  imports: [Button, Field, Switch],
  templateUrl: './channel-form.html',
  styleUrl: './new-chat.css',
})
export class ChannelForm {
  readonly created = output<ChatId>();

  private readonly actions = inject(ChatActions);
  protected readonly texts = peopleTexts;
  protected readonly name = signal('');
  /** Follows the name until the person changes it. */
  protected readonly slug = linkedSignal<string, string>({
    source: this.name,
    computation: (name, previous) =>
      previous && previous.value !== slugOf(previous.source) ? previous.value : slugOf(name),
  });
  protected readonly topic = signal('');
  protected readonly isPrivate = signal(false);
  protected readonly isForAdmins = signal(false);
  protected readonly nameProblem = signal('');
  protected readonly slugProblem = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const [name, slug] = [this.name().trim(), this.slug().trim()];
    this.nameProblem.set(name === '' ? peopleTexts.nameMissing : '');
    this.slugProblem.set(isSlug(slug) ? '' : peopleTexts.slugInvalid);
    this.problem.set('');
    if (this.nameProblem() || this.slugProblem() || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.created.emit(await this.ask(name, slug));
    } catch (error) {
      // Refused, or no connection: what was filled in stays.
      this.explain(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private ask(name: string, slug: string): Promise<ChatId> {
    const topic = this.topic().trim();
    return this.actions.create({
      type: 'channel',
      name,
      slug,
      ...(topic !== '' && { topic }),
      visibility: this.isPrivate() ? 'private' : 'public',
      postPolicy: this.isForAdmins() ? 'admins' : 'everyone',
    });
  }

  private explain(error: unknown): void {
    const isTaken = error instanceof RequestProblem && error.code === 'conflict';
    if (isTaken) this.slugProblem.set(peopleTexts.slugTaken);
    else this.problem.set(problemWords(error));
  }
}
