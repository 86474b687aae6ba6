/** Jest reporter: the one line that says how the run ended, for people and for CI; after everything else. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.testResults.filter(({ testExecError }) => testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    process.once('exit', () => {
      process.stdout.write(`\n${line}\n`);
      // Nothing is left to do here: jest has waited for all that was open. Yet Node 20, left to end by itself, may wait for ever at 100 % of a
      // core for a handle that it is closing (node::Environment::CleanupHandles); being told to end it does not.
      process.exit(results.success ? (process.exitCode ?? 0) : 1);
    });
  }
}
