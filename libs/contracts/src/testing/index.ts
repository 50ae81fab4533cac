export * from './builders.js';
export * from './hostile-texts.js';
export * from './model-chat.js';
