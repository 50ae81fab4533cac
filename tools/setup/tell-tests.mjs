/** A reporter of jest: who has started it hears what runs, also while a test lets nothing else run. */
export default class TellTests {
  onTestFileStart({ path }) {
    process.send?.({ path, isRunning: true });
  }

  onTestCaseResult({ path }) {
    process.send?.({ path, isRunning: true });
  }

  onTestFileResult({ path }) {
    process.send?.({ path, isRunning: false });
  }
}
