/** The time of this process; injected, so that tests decide it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}
