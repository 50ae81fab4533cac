export * from './fake-line';
export * from './fake-peer';
