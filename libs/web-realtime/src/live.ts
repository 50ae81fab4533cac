// What is loaded once the chats stand on the screen: a part of its own.
export * from './browser-tab-group';
export * from './open-socket';
export * from './outbox';
export * from './outbox-storage';
export * from './outbox-tabs';
export * from './shared-connection';
export * from './socket-connection';
