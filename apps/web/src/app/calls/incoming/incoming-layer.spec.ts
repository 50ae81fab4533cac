import { Dialog } from '@angular/cdk/dialog';
import { ApplicationRef, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { CallDesk } from '../call-desk';
import { aCall } from '../testing/a-call';
import { IncomingLayer } from './incoming-layer';

@Component({ template: 'Some dialog' })
class SomeDialog {}

function aLayer() {
  const incoming = signal<Call | null>(null);
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      { provide: CallDesk, useValue: { incoming, devices: signal(null) } },
    ],
  });
  const fixture = TestBed.createComponent(IncomingLayer);
  const host = document.body.appendChild(fixture.nativeElement as HTMLElement);
  const sheet = () => {
    fixture.detectChanges();
    return host.querySelector('app-incoming-call');
  };
  return { incoming, sheet };
}

describe('IncomingLayer', () => {
  const order: string[] = [];

  beforeEach(() => {
    order.length = 0;
    // There is no top layer in jsdom.
    Object.assign(HTMLElement.prototype, {
      showPopover: () => order.push('show'),
      hidePopover: () => order.push('hide'),
    });
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    for (const name of ['showPopover', 'hidePopover'])
      Reflect.deleteProperty(HTMLElement.prototype, name);
  });

  it('shows nothing while nobody calls, and who does', () => {
    const { incoming, sheet } = aLayer();
    expect(sheet()).toBeNull();
    incoming.set(aCall());
    expect(sheet()).not.toBeNull();
    incoming.set(null);
    expect(sheet()).toBeNull();
    expect(order).toEqual(['show', 'hide']);
  });

  it('comes on top again when something is opened over it', () => {
    const { incoming, sheet } = aLayer();
    incoming.set(aCall());
    sheet();
    const opened = document.body.appendChild(document.createElement('div'));
    const tell = (newState: string) =>
      opened.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
    tell('closed');
    expect(order).toEqual(['show']);
    tell('open');
    expect(order).toEqual(['show', 'hide', 'show']);
    incoming.set(null);
    sheet();
    tell('open');
    expect(order).toHaveLength(4);
  });

  it('is there for screen readers as well while a dialog is open', async () => {
    const { incoming, sheet } = aLayer();
    const beside = document.body.appendChild(document.createElement('main'));
    incoming.set(aCall());
    TestBed.inject(Dialog).open(SomeDialog);
    await TestBed.inject(ApplicationRef).whenStable();
    expect(beside.closest('[aria-hidden]')).not.toBeNull();
    expect(sheet()!.closest('[aria-hidden]')).toBeNull();
  });
});
