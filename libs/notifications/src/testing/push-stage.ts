import { problem } from '@app/contracts';
import { JobQueue } from '@app/platform';
import { NotificationsBench } from './notifications-bench.js';
import { PushEndpoint } from './push-endpoint.js';

/** What the tests of a file are about: the module, and a push service beside it. */
export class PushStage {
  bench!: NotificationsBench;
  service!: PushEndpoint;

  /** The next thing that is put into the queue of this process is not taken. */
  refuseNextJob(): void {
    const queue = this.bench.app.get(JobQueue);
    const refusal = problem('rate_limited', { retryAfterMs: 1000 });
    jest.spyOn(queue, 'enqueue').mockRejectedValueOnce(refusal);
  }

  /** Opens before the tests of the file that calls it, and closes behind them. */
  static forAll(): PushStage {
    const stage = new PushStage();
    beforeAll(async () => {
      stage.service = await PushEndpoint.start();
      stage.bench = await NotificationsBench.open();
    });
    afterAll(async () => {
      await stage.bench.close();
      await stage.service.close();
    });
    return stage;
  }
}
