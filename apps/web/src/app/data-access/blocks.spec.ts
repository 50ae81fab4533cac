import { TestBed } from '@angular/core/testing';
import { Session } from '@app/web-session';
import { jonas, mira } from '../chats/testing/builders';
import { Blocks } from './blocks';

function theBlocks(answer: (method: string, path: string) => Promise<unknown>) {
  const rest = { request: answer };
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { rest } }] });
  return TestBed.inject(Blocks);
}

describe('Blocks', () => {
  it('knows whom I block as I was told, and as I have changed it since', async () => {
    const blocks = theBlocks(() => Promise.resolve({ items: [jonas] }));
    expect(blocks.known()).toEqual(new Set());
    await blocks.list();
    await blocks.block(mira.id);
    await blocks.unblock(jonas.id);
    expect(blocks.known()).toEqual(new Set([mira.id]));
  });

  it('takes nothing for done that was refused', async () => {
    const blocks = theBlocks(() => Promise.reject(new Error('no')));
    await expect(blocks.block(mira.id)).rejects.toThrow();
    expect(blocks.known()).toEqual(new Set());
  });
});
