import { ConnectionLost, RequestProblem } from '@app/web-session';
import { registerErrors, registerGaps, signInErrors, signInGaps } from './account-errors';
import { safeNext } from './account-guards';

const refused = (code: ConstructorParameters<typeof RequestProblem>[0], params = {}) =>
  new RequestProblem(code, 400, params);

describe('signInErrors', () => {
  it('says that the two do not match, not which is wrong', () => {
    expect(signInErrors(refused('unauthenticated'))).toEqual({
      password: 'That password and name do not match.',
    });
  });

  it('says for how long to wait', () => {
    expect(signInErrors(refused('rate_limited', { retryAfterMs: 41_200 }))).toEqual({
      form: 'Too many tries. Wait 42 seconds.',
    });
  });

  it('says that there is no connection', () => {
    expect(signInErrors(new ConnectionLost()).form).toContain('No connection');
  });

  it('calls anything else our mistake', () => {
    expect(signInErrors(new RequestProblem('internal', 500, {})).form).toContain('on our side');
  });
});

describe('registerErrors', () => {
  it.each([
    ['email', 'This e-mail has an account already.'],
    ['username', 'This username is taken.'],
  ])('puts a taken %s under its field', (field, words) => {
    expect(registerErrors(refused('conflict', { field }))).toEqual({ [field]: words });
  });

  it('says that accounts are made by invitation, or not at all', () => {
    const closed = (byInvitation: boolean) =>
      registerErrors(refused('registration_closed', { byInvitation })).form;
    expect(closed(true)).toContain('open the link that you were sent');
    expect(closed(false)).toBe('No accounts are made here at present.');
  });

  it('puts each issue under its field', () => {
    const issues = [
      { path: 'email', message: 'x' },
      { path: 'password', message: 'y' },
    ];
    expect(Object.keys(registerErrors(refused('validation_failed', { issues })))).toEqual([
      'email',
      'password',
    ]);
  });

  it('puts an issue of no field of ours over the form', () => {
    const issues = [{ path: 'constructor', message: 'x' }];
    expect(registerErrors(refused('validation_failed', { issues }))).toHaveProperty('form');
    expect(registerErrors(refused('conflict', { field: 'constructor' }))).toHaveProperty('form');
  });
});

describe('gaps', () => {
  it('are seen before the server is asked', () => {
    expect(Object.keys(signInGaps(' ', ''))).toEqual(['login', 'password']);
    expect(signInGaps('ada', 'x')).toEqual({});
    const account = { name: ' ', username: 'a b', email: 'ada', password: '1234567' };
    expect(Object.keys(registerGaps(account))).toEqual(['name', 'username', 'email', 'password']);
  });
});

describe('safeNext', () => {
  it.each([
    ['/c/1/2', '/c/1/2'],
    [undefined, '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (next, to) => expect(safeNext(next)).toBe(to));
});
