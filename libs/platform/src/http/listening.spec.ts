import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { configFrom } from '../config/config.js';
import { listening } from './listening.js';

@Injectable()
class Door implements OnApplicationShutdown {
  isShut = false;

  onApplicationShutdown(): void {
    this.isShut = true;
  }
}

@Module({ providers: [Door] })
class House {}

describe('listening', () => {
  const app = () => NestFactory.create(House, { logger: false, abortOnError: false });
  const at = (host: string) =>
    configFrom({ PARLEY_HOST: host, PORT: '0', MONGODB_URI: 'mongodb://never-asked' });

  it('hands out the app that listens', async () => {
    const house = await listening(await app(), at('127.0.0.1'));
    expect(await house.getUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(house.get(Door).isShut).toBe(false);
    await house.close();
  });

  it('closes what cannot, and says why it could not', async () => {
    const house = await app();
    // Set aside for documents: no machine has this address.
    await expect(listening(house, at('192.0.2.1'))).rejects.toThrow('EADDRNOTAVAIL');
    expect(house.get(Door).isShut).toBe(true);
  });
});
