export * from './builders.js';
export * from './model-chat.js';
