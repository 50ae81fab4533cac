import { createECDH, createPublicKey, verify } from 'node:crypto';
import { PushBrowser } from '../testing/push-browser.js';
import { encrypted, maxPlainBytes, VapidKey } from './web-push-crypto.js';

const bytes = (text: string) => Buffer.from(text, 'base64url');

describe('encrypted', () => {
  // RFC 8291, section 5 and appendix A.
  it('makes of the example of the standard what stands there', () => {
    const body = encrypted(
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        p256dh:
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
      {
        salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
        ephemeral: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      },
    );
    expect(body.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY' +
        'WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS' +
        'gSxsj_Qulcy4a-fN',
    );
  });

  it('is read by the browser that it is for, and by no other', () => {
    const [browser, other] = [new PushBrowser(), new PushBrowser()];
    const body = encrypted(Buffer.from('Привет, 世界'), browser.keys);
    expect(browser.decrypt(body)).toBe('Привет, 世界');
    expect(() => other.decrypt(body)).toThrow();
  });

  it('is never longer than a push service must take', () => {
    const { keys } = new PushBrowser();
    expect(encrypted(Buffer.alloc(maxPlainBytes), keys).length).toBeLessThanOrEqual(4096);
  });
});

describe('VapidKey', () => {
  const key = new VapidKey(
    bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw').toString('base64url'),
  );

  it('has the public key of its secret', () => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url');
    expect(key.publicKey).toBe(ecdh.getPublicKey('base64url'));
  });

  it('signs who asks whom, until when', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const header = key.authorization('https://push.example/send/1', 'mailto:a@b.c', now);
    const [, jwt, k] = /^vapid t=([^,]+), k=(.+)$/.exec(header)!;
    const [head, claims, signature] = jwt!.split('.') as [string, string, string];
    expect(k).toBe(key.publicKey);
    expect(JSON.parse(bytes(head).toString())).toEqual({ typ: 'JWT', alg: 'ES256' });
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      aud: 'https://push.example',
      exp: now.getTime() / 1000 + 43_200,
      sub: 'mailto:a@b.c',
    });
    const point = bytes(key.publicKey);
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const verifying = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const isValid = (text: string) =>
      verify('sha256', Buffer.from(text), verifying, bytes(signature));
    expect(isValid(`${head}.${claims}`)).toBe(true);
    expect(isValid(`${head}.${claims}x`)).toBe(false);
  });

  it('refuses what is no key', () => {
    expect(() => new VapidKey('AAAA')).toThrow();
  });
});
