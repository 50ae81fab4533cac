export * from './long-log.js';
