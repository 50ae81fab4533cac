import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID, signal, type Provider, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Account, UserId, WorkspaceRole } from '@app/contracts';
import { Session } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { ButtonHarness, DialogHarness } from '@app/web-ui/testing';

/** What was asked of the server: method, path, and what came with it. */
export type Asked = readonly [string, string, object?];

/** Answers what is asked; an `Error` refuses. */
export type Answer = (method: string, path: string, options: Options) => unknown;

interface Options {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
}

export function anAccount(name: string, more: Partial<Account> = {}): Account {
  const id = name.toLowerCase();
  return {
    id: id as UserId,
    username: id,
    name,
    role: 'member',
    status: 'offline',
    email: `${id}@parley.example`,
    createdAt: '2026-03-02T12:00:00.000Z',
    ...more,
  };
}

interface Visit {
  readonly path?: string;
  /** Behind the path. */
  readonly query?: string;
  readonly role?: WorkspaceRole;
  readonly providers?: readonly Provider[];
}

/** A page of the console at its address, seen by somebody of a role, before a server of its own. */
export async function aConsole(page: Type<unknown>, answer: Answer, visit: Visit = {}) {
  const { path = 'admin/people', query = '', role = 'owner', providers = [] } = visit;
  const { asked, request } = aServer(answer);
  TestBed.configureTestingModule({
    providers: [
      ...providers,
      provideRouter(
        [
          { path, component: page },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      {
        provide: Session,
        useValue: { rest: { request }, user: signal(anAccount('Olga', { role })) },
      },
    ],
  });
  const { fixture } = await RouterTestingHarness.create(`/${path}${query}`);
  document.body.append(fixture.nativeElement as HTMLElement);
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  await fixture.whenStable();
  return {
    asked,
    root,
    dialog: (count?: number) => topDialog(root, count),
    settle: () => fixture.whenStable(),
    words: () => document.body.textContent.replaceAll(/\s+/g, ' '),
    url: () => TestBed.inject(Router).url,
    said: () =>
      TestBed.inject(Toasts)
        .shown()
        .map(({ text }) => text),
    press: async (name: string | RegExp) =>
      (await root.getHarness(ButtonHarness.with({ name }))).click(),
  };
}

function aServer(answer: Answer) {
  const asked: Asked[] = [];
  const request = async (method: string, path: string, options: Options = {}): Promise<unknown> => {
    asked.push([method, path, options.body ?? options.query]);
    const answered = await answer(method, path, options);
    if (answered instanceof Error) throw answered;
    return answered;
  };
  return { asked, request };
}

/** The dialog on top, once so many are open: their code comes when they are asked for. */
async function topDialog(root: HarnessLoader, count = 1): Promise<DialogHarness> {
  let open = await root.getAllHarnesses(DialogHarness);
  while (open.length !== count) open = await root.getAllHarnesses(DialogHarness);
  return open.at(-1)!;
}
