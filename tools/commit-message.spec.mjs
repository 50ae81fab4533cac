import { problemsOf } from './commit-message.mjs';

const good =
  'feat(chats): let owners hand a chat over\n\nOwners leave. The scenario does it twice.\n';

describe('commit-message', () => {
  it('accepts a type, a scope, a summary and a body', () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf('docs: say why the log is ordered\n\nAsked for by readers.')).toEqual([]);
  });

  it('does not count what git comments', () => {
    expect(problemsOf(`${good}# Please enter the commit message. WIP issue 4\n`)).toEqual([]);
  });

  it.each([
    ['Let owners hand a chat over\n\nBecause.', 'first line is not'],
    ['feature(chats): hand over\n\nBecause.', 'first line is not'],
    [`feat(chats): ${'long '.repeat(13)}word\n\nBecause.`, 'at most 72'],
    ['feat(chats): hand over.\n\nBecause.', 'full stop'],
    ['feat(chats): hand over', 'no body'],
    ['feat(chats): hand over\nBecause.', 'no body'],
    ['feat(chats): WIP hand over\n\nBecause.', '"WIP"'],
    ['feat(chats): hand over\n\nCloses #12.', '"#12"'],
    ['feat(chats): hand over\n\nAs issue 4 asks.', '"issue 4"'],
    ['feat(chats): hand over\n\nSee /home/me/notes.', 'one machine'],
  ])('refuses %j', (message, problem) => {
    expect(problemsOf(message).join('\n')).toContain(problem);
  });
});
