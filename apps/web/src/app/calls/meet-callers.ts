import { inject } from '@angular/core';
import type { Call } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';
import { ChatSync } from '../data-access/chat-sync';
import { PeopleFinder } from '../data-access/people-finder';

/** Who is in a call to which one was invited may be a stranger. Where effects may be made. */
export function meetCallers(calls: () => readonly Call[]): void {
  const finder = new PeopleFinder(inject(ChatClient), inject(ChatSync).archive);
  finder.follow(() => calls().flatMap(({ parties }) => parties.map(({ userId }) => userId)));
}
