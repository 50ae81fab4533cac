import { TestBed } from '@angular/core/testing';
import { Browser, Session } from '@app/web-session';
import { AuditLog } from './audit-log';

function anAnswer(status: number, content = ''): Response {
  const answer = {
    status,
    ok: status < 400,
    blob: () => Promise.resolve(new Blob([content])),
    json: () => new Promise((resolve) => resolve(JSON.parse(content))),
  };
  return answer as unknown as Response;
}

/** Answers in turn, and notes with which token it was asked. */
function aLog(...answers: (Response | Error)[]) {
  const tokens: (string | null)[] = [];
  const fetch = (_: string, { headers }: { headers: Record<string, string> }) => {
    tokens.push(headers['Authorization'] ?? null);
    const answer = answers.shift()!;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const session = {
    rest: {},
    tokens: { fresh: () => Promise.resolve('old'), renew: () => Promise.resolve('new') },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: session },
      { provide: Browser, useValue: { fetch } },
    ],
  });
  return { log: TestBed.inject(AuditLog), tokens };
}

describe('AuditLog', () => {
  it('exports what the server sends, with a new token where the old one has ended', async () => {
    const { log, tokens } = aLog(anAnswer(401), anAnswer(200, '{"a":1}\n{"a":2}\n'));
    expect((await log.export()).size).toBe(16);
    expect(tokens).toEqual(['Bearer old', 'Bearer new']);
  });

  it('rejects with what the server says', async () => {
    const refusal = JSON.stringify({ code: 'forbidden', params: {} });
    const { log } = aLog(anAnswer(403, refusal));
    await expect(log.export()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  });

  it('rejects where a proxy answers, or nobody', async () => {
    const { log } = aLog(anAnswer(502, '<p>'), new TypeError('no network'));
    await expect(log.export()).rejects.toMatchObject({ code: 'internal', status: 502 });
    await expect(log.export()).rejects.toMatchObject({ name: 'ConnectionLost' });
  });
});
