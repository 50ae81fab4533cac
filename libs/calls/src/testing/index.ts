export { leaseMs } from '../call/call-rules.js';
export { caller } from './calls-bench.js';
export { PaperCalls } from './paper-calls.js';
