export * from './request-problem';
export * from './session';
