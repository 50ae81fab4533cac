import { HashPool } from './hash-pool.js';
import { PasswordHasher } from './password-hasher.js';
import { checkStrength } from './password-strength.js';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher({ bcryptCost: 4 });

  it('makes bcrypt hashes of the cost that is set', async () => {
    expect(await hasher.hash('correct horse')).toMatch(/^\$2b\$04\$/);
  });

  it('knows the password, and no other', async () => {
    const hash = await hasher.hash('correct horse');
    expect(await hasher.matches('correct horse', hash)).toBe(true);
    expect(await hasher.matches('correct horsf', hash)).toBe(false);
    expect(await hasher.matches('', hash)).toBe(false);
  });

  it('reads passwords to the end, although bcrypt stops after 72 bytes', async () => {
    const long = 'x'.repeat(100);
    const hash = await hasher.hash(`${long}a`);
    expect(await hasher.matches(`${long}a`, hash)).toBe(true);
    expect(await hasher.matches(`${long}b`, hash)).toBe(false);
  });

  it('takes a letter in one piece and in two for the same', async () => {
    expect(await hasher.matches('caf\u0065\u0301 noir', await hasher.hash('café noir'))).toBe(true);
  });

  it('finds hashes that were made when hashing was cheaper', async () => {
    const hash = await hasher.hash('correct horse');
    expect(hasher.isOutdated(hash)).toBe(false);
    expect(new PasswordHasher({ bcryptCost: 5 }).isOutdated(hash)).toBe(true);
    expect(new PasswordHasher({ bcryptCost: 4 }).isOutdated(hash)).toBe(false);
  });

  it('has a decoy that costs as much, and that nothing matches', async () => {
    expect(hasher.decoy).toMatch(/^\$2b\$04\$[./A-Za-z0-9]{53}$/);
    expect(hasher.isOutdated(hasher.decoy)).toBe(false);
    expect(await hasher.matches('password', hasher.decoy)).toBe(false);
  });
});

describe('HashPool', () => {
  const limits = { concurrency: 2, maxWaiting: 3 };

  it('runs no more at once than it may, first come first', async () => {
    const pool = new HashPool(limits);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) => async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      order.push(index);
      running--;
    };
    await Promise.all([0, 1, 2, 3, 4].map((index) => pool.run(work(index))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('refuses what would wait too long, and recovers', async () => {
    const pool = new HashPool(limits);
    const work = () => new Promise(setImmediate);
    const taken = Array.from({ length: 5 }, () => pool.run(work));
    await expect(pool.run(work)).rejects.toMatchObject({ code: 'service_unavailable' });
    await Promise.all(taken);
    await pool.run(work);
    expect(await pool.run(() => Promise.resolve('again'))).toBe('again');
  });

  it('goes on after work that failed', async () => {
    const pool = new HashPool({ concurrency: 1, maxWaiting: 1 });
    const failed = pool.run(() => Promise.reject(new Error('no')));
    const next = pool.run(() => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});

describe('checkStrength', () => {
  const traits = { username: 'adalovelace', name: 'Ada Lovelace', email: 'countess.ada@x.example' };
  const check = (password: string) => () => checkStrength(password, traits, 'password');

  it.each([
    'aaaaaaaa',
    '12345678',
    '98765432',
    'abcdefgh',
    'ADALOVELACE',
    'ada lovelace',
    'Countess.Ada',
    'countess.ada@x.example',
    'password',
    'Password123!',
    'qwertyuiop',
    'iloveyou2',
  ])('refuses %s, and names the field', (password) => {
    let refusal: unknown;
    try {
      check(password)();
    } catch (error) {
      // What is looked at below.
      refusal = error;
    }
    expect(refusal).toMatchObject({
      code: 'validation_failed',
      params: { issues: [{ path: 'password' }] },
    });
  });

  it.each(['correct horse battery', 'Tr0ub4dor&3', '🦊🦊🐻🦊🦊🐻🐻🐻', 'adalovelace was here'])(
    'takes %s',
    (password) => {
      expect(check(password)).not.toThrow();
    },
  );
});
