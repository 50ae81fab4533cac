// What is loaded once the chats stand on the screen: a part of its own.
export * from './browser-tab-group';
export * from './chat-archive';
export * from './open-socket';
export * from './outbox';
export * from './outbox-files';
export * from './outbox-storage';
export * from './outbox-tabs';
export * from './shared-connection';
export * from './socket-connection';
export * from './uploads-by-size';
export * from './xhr-uploads';
