export * from './samples.js';
export { zipOf, type PackedFile } from './zip-of.js';
