export type { TokenSource } from './access-tokens';
export * from './browser';
export * from './kept-copies';
export * from './request-problem';
export * from './rest-client';
export * from './session';
export * from './web-storage';
