export * from './chosen-devices';
export * from './device-access';
export * from './live-call';
export * from './loudness';
export * from './media-link';
export * from './own-media';
export * from './quality';
export * from './tones';
