import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { RawBodies } from './raw-bodies.js';

const asking = (url: string) => ({ url, path: url.split('?')[0] }) as unknown as Request;

describe('RawBodies', () => {
  it.each([
    ['/api/files', '/api/files', true],
    ['/api/files', '/api/files/', true],
    ['/api/files', '/api/files/f1?size=320', true],
    ['/api/files', '/API/Files/f1', true],
    ['/api/files', '/api/filesystem', false],
    ['/api/files', '/api', false],
    ['/api/chats/*/avatar', '/api/chats/c1/avatar', true],
    ['/api/chats/*/avatar', '/api/chats/c1/avatar?a=b', true],
    ['/api/chats/*/avatar', '/api/chats/c1/avatars', false],
    ['/api/chats/*/avatar', '/api/chats/c1/members/avatar', false],
    ['/api/chats/*/avatar', '/api/chats//avatar', false],
    ['/api/chats/*/avatar', '/api/chats/avatar', false],
    ['/api/chats/*/avatar', '/api/chats/c1', false],
  ])('%s stands for %s: %s', (path, asked, isMeant) => {
    const bodies = new RawBodies();
    const answered: string[] = [];
    const handler: RequestHandler = ({ url }) => void answered.push(url);
    bodies.leave(path);
    bodies.pass(path, handler);
    const request = asking(asked);
    expect(bodies.isLeft(request as IncomingMessage)).toBe(isMeant);
    expect(bodies.isPassed(request as IncomingMessage)).toBe(isMeant);
    bodies.handler(request, {} as Response, () => answered.push('next'));
    expect(answered).toEqual([isMeant ? asked : 'next']);
  });
});
