export * from './push-endpoint.js';
