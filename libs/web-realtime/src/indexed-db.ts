export * from './indexed-db-contents';
export * from './indexed-db-kept-chats';
export * from './indexed-db-outbox-storage';
